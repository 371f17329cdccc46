import { isPlainObject } from '../core/isPlainObject.js';
import type { PaymentLink } from '../core/session.js';
import { stripLink } from '../core/stripLink.js';

const KEY = 'altapay';

/** The ids that an earlier visit of this history entry kept, as they were found. */
export function readKeptLink(): unknown {
  const state: unknown = globalThis.history?.state;
  return isPlainObject(state) ? state[KEY] : undefined;
}

/**
 * Makes the address bar safe, before anything is awaited: a token goes, ids leave the query, which servers and `Referer`
 * see. Reload, "open in browser" and a copied address go on working with a link; a token is never kept.
 *
 * @param mode - `fragment` keeps the ids in the fragment, unless the page has a fragment of its own; `remove` keeps them
 *   in `history.state` alone; `false` touches nothing.
 * @param link - What the address holds; undefined where it could not be read, which keeps nothing of it.
 */
export function scrubUrl(link: PaymentLink | undefined, mode: 'fragment' | 'remove' | false): void {
  if (mode === false) return;
  const { href, hadToken, hadIdsInQuery, foreignFragment } = stripLink(new URL(location.href));
  const ids = link && 'linkId' in link ? { sessionId: link.sessionId, linkId: link.linkId } : undefined;
  if (mode === 'remove' || (foreignFragment && hadIdsInQuery)) {
    replace(href, ids);
  } else if (hadToken || hadIdsInQuery) {
    replace(ids ? `${href}#${new URLSearchParams(ids).toString()}` : href);
  }
}

// The page's own state is kept; one that is no plain object belongs to a router and is left as it is.
function replace(href: string, ids?: Record<string, string>): void {
  const state: unknown = history.state;
  const next = ids && (state === null || isPlainObject(state)) ? { ...state, [KEY]: ids } : state;
  if (href === location.href && next === state) return;
  try {
    history.replaceState(next, '', href);
  } catch {
    // A sandboxed document may not; the payer can still pay.
  }
}
