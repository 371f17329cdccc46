import type { Initiation, PaymentMethod } from '../index.js';

/**
 * All that a wallet's payment says to Checkout, and Checkout of it, beyond what AltaPay has published. Ours (mark O), but for
 * the source's value and the token as one text, which AltaPay's own clients use (mark C: `applePayRequestData[source]`, and
 * `provider_data` of `cardWallet/authorize`). A fact learnt later changes this file, or the option `toRequestData`.
 */
export const walletContract = {
  appleRequestData: (token: unknown): unknown => ({
    applePayRequestData: { source: 'APPLE_PAY_JS_API', providerData: JSON.stringify(token) },
  }),

  googleRequestData: (token: unknown): unknown => ({
    googlePayRequestData: { source: 'PAYMENT_REQUEST_API', providerData: token },
  }),

  /** A method's metadata says it, or else the page. Lists are parted by commas. */
  text: ({ metadata }: PaymentMethod, key: string, otherwise = ''): string => metadata[key] ?? otherwise,
  list({ metadata }: PaymentMethod, key: string, otherwise: readonly string[]): string[] {
    const told = metadata[key]?.split(/[\s,]+/).filter(Boolean) ?? [];
    return told.length ? told : [...otherwise];
  },

  /** What the answer to the payment says became of it; the words are those of AltaPay's callbacks (marks D, C). */
  outcomeOf({ status = '', url }: Initiation): 'paid' | 'refused' | 'elsewhere' | 'unknown' {
    if (/^(DECLINED|FAILED|CANCELLED)$/i.test(status)) return 'refused';
    // Something broke on the way, and a payment may exist.
    if (/^ERROR$/i.test(status)) return 'unknown';
    if (url) return 'elsewhere';
    return /^SUCCEEDED$/i.test(status) ? 'paid' : 'unknown';
  },
};
