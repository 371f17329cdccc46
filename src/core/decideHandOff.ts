import { PaymentError, type PaymentErrorCode } from '../errors.js';
import { guardUrl, type UrlRules } from './guardUrl.js';
import type { Initiation } from './session.js';

/** Where a started payment goes on. */
export type HandOff =
  | { readonly kind: 'redirect'; readonly url: URL; readonly warning?: string }
  | { readonly kind: 'refused'; readonly error: PaymentError };

/**
 * Decides what to do with a started payment that no method handler took.
 *
 * @param initiation - Checkout's answer.
 * @param rules - What its `url` may be besides any https host.
 * @returns A redirect to the guarded URL, with a warning for a type that is not `REDIRECT`; or a refusal: `url_refused` for a URL that
 * does not pass, `hand_off_unsupported` where there is none.
 * @see AltaPay's clients (contract mark C) for `REDIRECT`
 */
export function decideHandOff({ type, url: raw }: Initiation, rules: UrlRules): HandOff {
  if (!raw)
    return refuse('hand_off_unsupported', 'The payment names no address, and no method handler took it.');
  const url = guardUrl(raw, rules);
  if (!url) return refuse('url_refused', 'The payment leads to an address that is not allowed.');
  if (type === 'REDIRECT') return { kind: 'redirect', url };
  return { kind: 'redirect', url, warning: 'Unknown initiation type: followed as a redirect' };
}

function refuse(code: PaymentErrorCode, message: string): HandOff {
  return { kind: 'refused', error: new PaymentError(code, message) };
}
