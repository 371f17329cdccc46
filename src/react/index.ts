export { AltaPayment } from './AltaPayment.js';
export type { AltaPaymentProps } from './AltaPayment.js';
