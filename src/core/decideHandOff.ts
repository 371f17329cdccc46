import { PaymentError } from '../errors.js';
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
  if (!raw) {
    const message = 'The payment names no address to go to, and no method handler took it.';
    return { kind: 'refused', error: new PaymentError('hand_off_unsupported', message) };
  }
  const url = guardUrl(raw, rules);
  if (!url) {
    const message =
      'The payment leads to an address that is not https, or not to a host or app of redirectHosts or appSchemes.';
    return { kind: 'refused', error: new PaymentError('url_refused', message) };
  }
  if (type === 'REDIRECT') return { kind: 'redirect', url };
  return {
    kind: 'redirect',
    url,
    warning: 'The payment is of an unknown type; it is followed as a redirect.',
  };
}
