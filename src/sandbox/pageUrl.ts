import type { LinkRecord } from './store.js';

/** Where a link leads. The fragment reaches no server log; a hash router owns it, so there the names join the query. */
export function pageUrl({ url, id, sessionId }: LinkRecord, origin: string): string {
  const page = new URL(url ?? `${origin}/checkout/page`);
  const names = new URLSearchParams({ sessionId, linkId: id });
  if (page.hash) names.forEach((value, name) => page.searchParams.set(name, value));
  else page.hash = names.toString();
  return page.href;
}
