import { splitLinkParams } from './splitLinkParams.js';

/** A page's address without the payment link in it. */
export type StrippedLink = {
  /** The address; the page's own query and fragment stand in it byte for byte. */
  readonly href: string;
  readonly hadToken: boolean;
  /** Session or link id stood in the query, which servers and Referer see. */
  readonly hadIdsInQuery: boolean;
  /** The page has a fragment of its own, e.g. a hash router's route. */
  readonly foreignFragment: boolean;
};

/**
 * Takes the payment link's names out of an address.
 *
 * @param url - The page's address.
 * @returns The address without them, and where they stood. Without a `sessionId` the address is no payment link and stays as it is.
 * @example
 * ```ts
 * stripLink(new URL('https://shop.example/pay?lang=da&sessionId=5b8c&linkId=Xq3')).href; // 'https://shop.example/pay?lang=da'
 * ```
 * @see contract mark O: the link's form is ours
 */
export function stripLink(url: URL): StrippedLink {
  const query = splitLinkParams(url.search.slice(1));
  const fragment = splitLinkParams(url.hash.slice(1));
  const names = [...query.found, ...fragment.found].map(([name]) => name);
  if (!names.includes('sessionId')) {
    return { href: url.href, hadToken: false, hadIdsInQuery: false, foreignFragment: url.hash !== '' };
  }
  // By hand: assigning `url.search` or `url.hash` would encode the page's own bytes anew.
  const [path = ''] = url.href.split(/[?#]/, 1);
  return {
    href: path + (query.rest && '?' + query.rest) + (fragment.rest && '#' + fragment.rest),
    hadToken: names.includes('token'),
    hadIdsInQuery: query.found.some(([name]) => name !== 'token'),
    foreignFragment: fragment.rest !== '',
  };
}
