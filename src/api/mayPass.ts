import type { PaymentError } from '../errors.js';

/** As much of an error as decides whether to try again. */
export type Failure = Partial<Pick<PaymentError, 'status' | 'code' | 'retryAfterMs'>>;

/** Whether a load that failed like this may succeed when it is sent again. */
export function mayPass({ status, code }: Failure): boolean {
  return status ? /^(408|429|50[0234])$/.test(String(status)) : code === 'network' || code === 'timeout';
}
