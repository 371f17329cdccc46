import { PaymentError } from '../errors.js';
import type { MethodHandler } from '../index.js';
import type { ApplePayPayment } from './applePaySession.js';
import { askForPayment, findUnsettled } from './askForPayment.js';
import { buttonCss } from './buttonCss.js';
import { checkConfig } from './checkConfig.js';
import { APPLE_PAY_VERSION, openApplePaySheet } from './openApplePaySheet.js';

/** What {@link applePay} has to know. */
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

/**
 * Pays by Apple Pay: shown only where Apple's browser says it can, its sheet opened within the click with the order's exact
 * amount. Checkout is asked for the payment once, when the payer has approved it.
 *
 * @param config - See {@link ApplePayConfig}.
 * @returns A handler for the option `methodHandlers`.
 * @throws PaymentError `options_invalid` where `validateMerchant` or `countryCode` cannot be right. As a method it ends in
 *   `method_unavailable` (`reason`: `merchant_validation`, `declined`), `timeout`, `aborted`, or what the payment's request ended in.
 * @see Apple's documentation of Apple Pay on the Web, and its Human Interface Guidelines for the button
 * @example
 * ```ts
 * import { initFromQR } from 'altapay-js';
 * import { applePay } from 'altapay-js/wallets';
 *
 * await initFromQR({
 *   apiUrl: 'https://testgateway.altapaysecure.com/checkout/v1/api',
 *   container: '#payment',
 *   methodHandlers: {
 *     APPLE_PAY: applePay({
 *       countryCode: 'DK',
 *       merchantName: 'Petal & Stem',
 *       validateMerchant: async ({ validationURL, signal }) => {
 *         const body = JSON.stringify({ validationURL });
 *         return (await fetch('/apple-pay/session', { method: 'POST', body, signal })).json();
 *       },
 *     }),
 *   },
 * });
 * ```
 */
export function applePay(config: ApplePayConfig): MethodHandler {
  checkConfig('applePay', config, { validateMerchant: 'function' });
  return {
    startsInClick: true,
    payButton: { name: 'Apple Pay', css: buttonCss('apple') },
    canShow: () => isSecureContext && canMakePayments(),
    start(context) {
      const again = findUnsettled(context);
      if (again) return askForPayment(context, () => again).then(({ result }) => result);
      const Session = globalThis.ApplePaySession;
      if (Session) return openApplePaySheet(context, config, Session);
      throw new PaymentError('method_unavailable', 'This browser has no Apple Pay.');
    },
  };
}

// In a frame of another origin it throws.
function canMakePayments(): boolean {
  const Session = globalThis.ApplePaySession;
  try {
    return !!Session?.supportsVersion(APPLE_PAY_VERSION) && Session.canMakePayments();
  } catch {
    return false;
  }
}
