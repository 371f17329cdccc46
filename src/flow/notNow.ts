import { PaymentError } from '../errors.js';

/** Why a payment that was asked for out of turn is not started. */
export function notNow(): PaymentError {
  return new PaymentError(
    'outcome_unclear',
    'Another payment may exist, or the methods are not loaded: not now.',
  );
}
