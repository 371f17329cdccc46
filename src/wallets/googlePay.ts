import { toDecimal } from '../core/money.js';
import { PaymentError } from '../errors.js';
import type { HandOffResult, MethodHandler, MethodHandlerContext, PaymentMethod } from '../index.js';
import { askForPayment, findUnsettled } from './askForPayment.js';
import { buttonCss } from './buttonCss.js';
import { checkConfig } from './checkConfig.js';
import { walletContract } from './walletContract.js';

/** What {@link googlePay} has to know; the names are Google's. */
export type GooglePayConfig = {
  /** Your country, two letters (ISO 3166-1), where the method's metadata has no `countryCode`. */
  countryCode: string;
  /** Your payment gateway's name at Google, where the metadata has no `gateway`. */
  gateway?: string;
  /** Who you are to the gateway, where the metadata has no `gatewayMerchantId`. */
  gatewayMerchantId?: string;
  /** Who you are to Google; needed in production, where the metadata has no `merchantId`. */
  merchantId?: string;
  /** Who is paid, as the sheet says it. @default the page's host name */
  merchantName?: string;
  /** Where the metadata has no `allowedCardNetworks`. @default `['VISA', 'MASTERCARD']` */
  allowedCardNetworks?: readonly string[];
  /** Where the metadata has no `allowedAuthMethods`. @default `['PAN_ONLY', 'CRYPTOGRAM_3DS']` */
  allowedAuthMethods?: readonly string[];
  /** `TEST` takes no money, where the metadata has no `environment`. @default 'PRODUCTION' */
  environment?: 'TEST' | 'PRODUCTION';
  /** What Checkout is sent of the approved payment, as `requestData`. @default the token, in words of our own (mark O) */
  toRequestData?: (details: unknown) => unknown;
};

/**
 * Pays by Google Pay, through the browser's own Payment Request API: no script of Google's is loaded. Shown only where the
 * browser says it can.
 *
 * @param config - See {@link GooglePayConfig}.
 * @returns A handler for the option `methodHandlers`.
 * @throws PaymentError `options_invalid` where `countryCode` cannot be right. As a method it ends in `method_unavailable`
 *   (`reason`: `declined` where Checkout refused it), `aborted`, or what the payment's request ended in.
 * @see https://www.w3.org/TR/payment-request/ and Google's guide to its Payment Request API
 * @example
 * ```ts
 * import { initFromQR } from 'altapay-js';
 * import { googlePay } from 'altapay-js/wallets';
 *
 * await initFromQR({
 *   apiUrl: 'https://testgateway.altapaysecure.com/checkout/v1/api',
 *   container: '#payment',
 *   methodHandlers: { GOOGLE_PAY: googlePay({ countryCode: 'DK', environment: 'TEST' }) },
 * });
 * ```
 */
export function googlePay(config: GooglePayConfig): MethodHandler {
  checkConfig('googlePay', config);
  return {
    startsInClick: true,
    payButton: { name: 'Google Pay', css: buttonCss('google') },
    async canShow(method) {
      if (!isSecureContext || typeof PaymentRequest !== 'function') return false;
      // What it comes to makes no difference here, and is not known yet.
      return createRequest(method, config, { currency: 'EUR', value: '1.00' }).canMakePayment();
    },
    start(context) {
      const again = findUnsettled(context);
      if (again) return askForPayment(context, () => again).then(({ result }) => result);
      const amount = context.session.order?.amount;
      if (!amount) throw new PaymentError('method_unavailable', 'There is no order to pay.');
      const total = { currency: amount.currency, value: toDecimal(amount) };
      const request = createRequest(context.method, config, total);
      // Before anything is waited for: it is shown in the click, or not at all.
      return follow(context, config, request, request.show());
    },
  };
}

async function follow(
  context: MethodHandlerContext,
  { toRequestData }: GooglePayConfig,
  request: PaymentRequest,
  showing: Promise<PaymentResponse>,
): Promise<HandOffResult> {
  const { signal } = context;
  // An abort that comes too late for the sheet is refused.
  const stop = (): void => void request.abort().catch(() => undefined);
  signal.addEventListener('abort', stop);
  try {
    const response = await showing;
    const { verdict, result } = await askForPayment(context, () =>
      (toRequestData ?? toDefaultData)(response.details),
    );
    // Browsers close a sheet that has waited too long; the page says it all the same.
    await response.complete(verdict).catch(() => undefined);
    return await result;
  } catch (cause) {
    if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
    if (signal.aborted) throw new PaymentError('aborted', 'The session ended while the sheet was open.');
    return { type: 'cancelled' };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function toDefaultData(details: unknown): unknown {
  const { paymentMethodData } = details as {
    paymentMethodData: { tokenizationData: { token: unknown } };
  };
  return walletContract.googleRequestData(paymentMethodData.tokenizationData.token);
}

function createRequest(
  method: PaymentMethod,
  config: GooglePayConfig,
  amount: PaymentCurrencyAmount,
): PaymentRequest {
  const { text, list } = walletContract;
  const merchantName = config.merchantName ?? location.hostname;
  const data = {
    apiVersion: 2,
    apiVersionMinor: 0,
    environment: text(method, 'environment', config.environment ?? 'PRODUCTION'),
    merchantInfo: { merchantName, merchantId: text(method, 'merchantId', config.merchantId) },
    allowedPaymentMethods: [
      {
        type: 'CARD',
        parameters: {
          allowedAuthMethods: list(
            method,
            'allowedAuthMethods',
            config.allowedAuthMethods ?? ['PAN_ONLY', 'CRYPTOGRAM_3DS'],
          ),
          allowedCardNetworks: list(
            method,
            'allowedCardNetworks',
            config.allowedCardNetworks ?? ['VISA', 'MASTERCARD'],
          ),
        },
        tokenizationSpecification: {
          type: 'PAYMENT_GATEWAY',
          parameters: {
            gateway: text(method, 'gateway', config.gateway),
            gatewayMerchantId: text(method, 'gatewayMerchantId', config.gatewayMerchantId),
          },
        },
      },
    ],
    transactionInfo: { countryCode: text(method, 'countryCode', config.countryCode) },
  };
  return new PaymentRequest([{ supportedMethods: 'https://google.com/pay', data }], {
    total: { label: merchantName, amount },
  });
}
