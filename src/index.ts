/**
 * What a payment page calls: a payment link is opened, shown and paid. Importing it runs nothing, so a server may import it, too.
 *
 * @module altapay-js
 */
export { initFromQR } from './initFromQR.js';
export { initiate } from './initiate.js';
export { configure } from './configure.js';
export { isPaymentError, PaymentError } from './errors.js';
export { AltaPayFactory } from './core/altaPayFactory.js';
export { version } from './version.js';

export type { CheckoutSession, HandOffResult, SessionEvents } from './checkoutSession.js';
export type {
  InitFromQROptions,
  MethodHandler,
  MethodHandlerContext,
  PayButtonLook,
  SessionOptions,
} from './options.js';
export type { PaymentErrorCode, PaymentErrorDetails } from './errors.js';
export type { Appearance } from './core/appearance.js';
export type { MessageKey, Messages } from './core/messageKeys.js';
export type {
  Customer,
  Initiation,
  Merchant,
  MethodCallback,
  Money,
  Order,
  OrderLine,
  PaymentLink,
  PaymentMethod,
  SessionStatus,
} from './core/session.js';
export type { ReadyNotice, SessionState, SessionStateName } from './core/sessionState.js';
