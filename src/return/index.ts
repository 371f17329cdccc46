/**
 * What a page says to a payer who is back from the gateway.
 *
 * @module altapay-js/return
 */
export { resumeFromReturn } from './resumeFromReturn.js';
export { isPaymentError, PaymentError } from '../errors.js';
export type { ReturnedPayment, ReturnOptions, ReturnState } from './returnOptions.js';
export type { Appearance } from '../core/appearance.js';
export type { MessageKey, Messages } from '../core/messageKeys.js';
export type { PaymentErrorCode, PaymentErrorDetails } from '../errors.js';
