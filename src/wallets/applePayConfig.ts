import type { ApplePayPayment } from './applePaySession.js';

/** What `applePay` has to know. */
export type ApplePayConfig = {
  /**
   * Asks your server for a merchant session, which it gets with your certificate or from AltaPay, and answers it as it is. Your
   * server must ask no address but Apple's: `validationURL` comes from a browser.
   */
  validateMerchant(request: {
    readonly validationURL: string;
    readonly signal: AbortSignal;
  }): Promise<unknown>;
  /** Your country, two letters (ISO 3166-1), where the method's metadata has no `countryCode`. */
  countryCode: string;
  /** Card networks by Apple's names, where the metadata has no `supportedNetworks`. @default `['visa', 'masterCard']` */
  supportedNetworks?: readonly string[];
  /** By Apple's names, where the metadata has no `merchantCapabilities`. @default `['supports3DS']` */
  merchantCapabilities?: readonly string[];
  /** Who is paid, as the sheet says it after “Pay”. @default the page's host name */
  merchantName?: string;
  /** How long your server may take for the merchant session, in milliseconds. @default 25000, for Apple waits for 30 s */
  validationMs?: number;
  /** What Checkout is sent of the approved payment, as `requestData`. @default the token, in AltaPay's words as far as they are known (mark O) */
  toRequestData?: (payment: ApplePayPayment) => unknown;
};
