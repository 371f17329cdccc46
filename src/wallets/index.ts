/**
 * Apple Pay and Google Pay, as method handlers.
 *
 * @module altapay-js/wallets
 */
export { applePay } from './applePay.js';
export { googlePay } from './googlePay.js';
export type { ApplePayConfig } from './applePayConfig.js';
export type { ApplePayPayment } from './applePaySession.js';
export type { GooglePayConfig } from './googlePay.js';
