/**
 * What the merchant’s server does: makes payment links, and verifies callbacks. Never for a browser.
 *
 * @module altapay-js/server
 */
export { createPaymentLink } from './createPaymentLink.js';
export type { CreatedPaymentLink } from './createPaymentLink.js';
export type {
  CommonLinkOptions,
  KnownSessionOptions,
  NewSessionOptions,
  PaymentLinkOptions,
} from './paymentLinkOptions.js';
export { verifyCallback } from './verifyCallback.js';
export type { VerifyOptions } from './verifyCallback.js';
export type { Callback, CallbackPayment, CallbackStatus } from './callback.js';
export { CheckoutError, isCheckoutError } from './checkoutError.js';
export type { CheckoutErrorCode, CheckoutErrorDetails, FieldProblem } from './checkoutError.js';
export type {
  CheckoutAddress,
  CheckoutCallback,
  CheckoutCallbacks,
  CheckoutOrder,
  CheckoutOrderLine,
} from './checkoutOrder.js';
