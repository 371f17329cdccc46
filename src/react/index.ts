/**
 * The picker as a component, for React 18 and later.
 *
 * @module altapay-js/react
 */
export { AltaPayment } from './AltaPayment.js';
export type { AltaPaymentProps } from './AltaPayment.js';
