import { PaymentError } from '../errors.js';

/** A merchant's mistake: which option it is, and what is wanted. */
export function invalidOption(option: string, wanted: string): PaymentError {
  return new PaymentError('options_invalid', `Option "${option}" must be ${wanted}.`);
}
