import { PaymentError } from '../errors.js';
import type { PaymentLink } from './session.js';
import { splitLinkParams, type LinkParam } from './splitLinkParams.js';

const ID = /^[\w-]{1,128}$/;
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
  const { search, hash } = parseAddress(url);
  const found = [search, hash].flatMap((part) => splitLinkParams(part.slice(1)).found);
  const given: Partial<Record<LinkParam, string>> = {};
  for (const [name, value] of found) {
    if (given[name] !== undefined) throw malformed(name);
    given[name] = value;
  }
  const source: Partial<Record<LinkParam, unknown>> = given.sessionId === undefined ? (kept ?? {}) : given;
  if (source.sessionId === undefined || (source.linkId ?? source.token) === undefined) {
    throw new PaymentError('link_missing', 'The page address holds no payment link.');
  }
  const sessionId = read(source, 'sessionId', ID);
  return source.linkId === undefined
    ? { sessionId, token: read(source, 'token', TOKEN) }
    : { sessionId, linkId: read(source, 'linkId', ID) };
}

function read(source: Partial<Record<LinkParam, unknown>>, name: LinkParam, shape: RegExp): string {
  const value = source[name];
  if (typeof value === 'string' && shape.test(value)) return value;
  throw malformed(name);
}

function parseAddress(url: string | URL): URL {
  try {
    return new URL(url);
  } catch {
    throw malformed('url');
  }
}

function malformed(name: string): PaymentError {
  return new PaymentError('link_malformed', `The payment link's ${name} is malformed or given twice.`, {
    reason: name,
  });
}
