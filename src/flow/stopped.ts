import { PaymentError } from '../errors.js';

/** Why a payment that was confirmed is not asked for: somebody, or something that came between, has stopped it. */
export function stopped(): PaymentError {
  return new PaymentError('aborted', 'The payment was stopped before it started.');
}
