import { PaymentError, type PaymentErrorCode } from '../errors.js';
import { guardUrl, type UrlRules } from './guardUrl.js';
import type { Initiation } from './session.js';

/** A way out of the page, to a guarded URL. */
export type WayOut =
  | {
      readonly kind: 'redirect';
      readonly url: URL;
      /** For a `url` that opens an app: the same payment in the browser. */
      readonly fallbackUrl?: URL | undefined;
      readonly warning?: string;
    }
  | { readonly kind: 'form'; readonly url: URL; readonly fields: Readonly<Record<string, string>> };

/** Where a started payment goes on. */
export type HandOff = WayOut | { readonly kind: 'refused'; readonly error: PaymentError };

/**
 * Decides what to do with a started payment that no method handler took.
 *
 * @param initiation - Checkout's answer.
 * @param rules - What its `url` may be besides any https host.
 * @param webUrl - Where the method itself goes on in the browser, where the initiation does not say.
 * @returns A redirect to the guarded URL, with a warning for a type that is neither `REDIRECT` nor `FORM`; a form to be posted to it;
 * or a refusal: `url_refused` for a URL that does not pass, `hand_off_unsupported` where there is none.
 * @see AltaPay's clients (contract mark C) for `REDIRECT`; `FORM` and `fallbackUrl` are ours (mark O)
 */
export function decideHandOff(initiation: Initiation, rules: UrlRules, webUrl?: string): HandOff {
  const { type, url: raw, fields = {}, fallbackUrl = webUrl } = initiation;
  if (!raw)
    return refuse('hand_off_unsupported', 'The payment names no address, and no method handler took it.');
  const isForm = type === 'FORM';
  // No app takes a form, and a web page is no app's.
  const web = { ...rules, appSchemes: [] };
  const url = guardUrl(raw, isForm ? web : rules);
  if (!url) return refuse('url_refused', 'The payment leads to an address that is not allowed.');
  if (isForm) return { kind: 'form', url, fields };
  const fallback = isApp(url) ? guardUrl(fallbackUrl, web) : undefined;
  return {
    kind: 'redirect',
    url,
    ...(fallback && { fallbackUrl: fallback }),
    ...(type !== 'REDIRECT' && { warning: 'Unknown initiation type: followed as a redirect' }),
  };
}

/** Whether a guarded URL opens an app by a scheme of its own. */
export function isApp({ protocol }: URL): boolean {
  return !/^https?:$/.test(protocol);
}

function refuse(code: PaymentErrorCode, message: string): HandOff {
  return { kind: 'refused', error: new PaymentError(code, message) };
}
