import { PaymentError } from '../errors.js';
import type { MethodHandler } from '../index.js';
import type { ApplePayConfig } from './applePayConfig.js';
import { findApplePaySession } from './applePaySession.js';
import { askForPayment, findUnsettled } from './askForPayment.js';
import { buttonCss } from './buttonCss.js';
import { checkConfig } from './checkConfig.js';
import { APPLE_PAY_VERSION, openApplePaySheet } from './openApplePaySheet.js';

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
      const Session = findApplePaySession();
      if (Session) return openApplePaySheet(context, config, Session);
      throw new PaymentError('method_unavailable', 'This browser has no Apple Pay.');
    },
  };
}

// In a frame of another origin it throws.
function canMakePayments(): boolean {
  const Session = findApplePaySession();
  try {
    return !!Session?.supportsVersion(APPLE_PAY_VERSION) && Session.canMakePayments();
  } catch {
    return false;
  }
}
