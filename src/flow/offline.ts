import { PaymentError } from '../errors.js';

/** Why nothing was sent where the device says that it is offline. */
export function offline(cause?: unknown): PaymentError {
  return new PaymentError('offline', 'The device is offline; nothing was sent.', { cause });
}
