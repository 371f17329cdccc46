import { guardUrl } from './guardUrl.js';
import type { PaymentLink } from './session.js';
import { splitLinkParams } from './splitLinkParams.js';
import { stripLink } from './stripLink.js';

/**
 * The address at which another device opens the same payment link.
 *
 * @param address - Of the page that has opened it, as it stands.
 * @param link - What it was opened by.
 * @returns The address with session and link id, in the fragment where that is free; undefined where there is no such
 *   address: a token is at hand instead of a link or stands beside it, or no other device may open the page.
 */
export function toSharedLink(address: URL, link: PaymentLink): URL | undefined {
  const parts = [address.search, address.hash].flatMap((part) => splitLinkParams(part.slice(1)).found);
  // A token opens more than the link does, and whosever it is, it is not to be shown.
  if (!('linkId' in link) || parts.some(([name]) => name === 'token')) return undefined;
  const { sessionId, linkId } = link;
  const { href, foreignFragment } = stripLink(address);
  const ids = new URLSearchParams({ sessionId, linkId }).toString();
  const [page = '', ...fragment] = href.split('#');
  // A fragment of the page's own, such as a router's, keeps its place.
  const shared = foreignFragment
    ? `${page}${page.includes('?') ? '&' : '?'}${ids}#${fragment.join('#')}`
    : `${page}#${ids}`;
  return guardUrl(shared, { allowPrivateHttp: true });
}
