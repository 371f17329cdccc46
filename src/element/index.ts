/**
 * The picker as an element, `<altapay-payment>`, for any framework or none.
 *
 * @module altapay-js/element
 */
export { defineAltaPayPayment } from './defineAltaPayPayment.js';
export type { AltaPayPaymentElement } from './createElementClass.js';
export type { MountOptions } from '../mount/mountPayment.js';
