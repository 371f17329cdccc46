export { defineAltaPayPayment } from './defineAltaPayPayment.js';
export type { AltaPayPaymentElement } from './createElementClass.js';
