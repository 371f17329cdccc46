import { PaymentError } from '../errors.js';
import { isId } from './isId.js';
import type { PaymentLink } from './session.js';
import { splitLinkParams, type LinkParam } from './splitLinkParams.js';

// A JWT (RFC 7519) has about 1,000 characters; no header would carry eight times that.
const TOKEN = /^(?=.{5,8192}$)[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * Finds the payment link in a page's address.
 *
 * `sessionId` with `linkId`, or with `token` for a page whose server already holds one, are looked for in the fragment and the query. Where
 * both are there, `linkId` is used. Without a `sessionId` the other two are taken to be the page's own.
 *
 * @param url - The page's address.
 * @param kept - What the page kept of an earlier link (`{ sessionId, linkId }`), used when the address holds none. Default: nothing.
 * @returns The link.
 * @throws {@link PaymentError} `link_missing` when there is no link or only half of one; `link_malformed` when a name is given twice
 * or a value is not of its shape. `reason` names the parameter.
 * @example
 * ```ts
 * parsePaymentLink('https://shop.example/pay#sessionId=5b8c&linkId=Xq3'); // { sessionId: '5b8c', linkId: 'Xq3' }
 * ```
 * @see contract mark O: AltaPay does not publish the link's form
 */
export function parsePaymentLink(url: string | URL, kept?: unknown): PaymentLink {
  const { search, hash } = new URL(url);
  const given: Partial<Record<LinkParam, string>> = {};
  for (const part of [search, hash])
    for (const [name, value] of splitLinkParams(part.slice(1)).found) {
      if (given[name] !== undefined) throw malformed(name);
      given[name] = value;
    }
  const source: Partial<Record<LinkParam, unknown>> = given.sessionId === undefined ? (kept ?? {}) : given;
  const { sessionId, linkId, token } = source;
  if (sessionId === undefined || (linkId ?? token) === undefined)
    throw new PaymentError('link_missing', 'The page address holds no payment link.');
  if (!isId(sessionId)) throw malformed('sessionId');
  if (isId(linkId)) return { sessionId, linkId };
  if (linkId !== undefined) throw malformed('linkId');
  if (typeof token === 'string' && TOKEN.test(token)) return { sessionId, token };
  throw malformed('token');
}

function malformed(name: LinkParam): PaymentError {
  return new PaymentError('link_malformed', `The payment link's ${name} is malformed or given twice.`, {
    reason: name,
  });
}
