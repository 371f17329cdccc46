import { PaymentError } from '../errors.js';
import type { PaymentMethod } from './session.js';
import type { SessionState } from './sessionState.js';

/** Why no payment may start now; undefined when one may. */
export function whyNotPayable(
  state: SessionState,
  method: PaymentMethod | undefined,
  offline: boolean,
): PaymentError | undefined {
  switch (state.name) {
    case 'ready':
      if (!method)
        return new PaymentError('method_unavailable', 'No offered method has the given paymentMethodId.');
      return offline ? new PaymentError('offline', 'The device is offline; nothing was sent.') : undefined;
    case 'failed':
      return state.error;
    case 'paid':
      return new PaymentError('session_paid', 'The order is already paid.');
    case 'cancelled':
      return new PaymentError('session_cancelled', 'The order was cancelled.');
    case 'expired':
      return state.error ?? new PaymentError('link_expired', 'The payment link has run out.');
    case 'destroyed':
      return new PaymentError('aborted', 'The session was destroyed.');
    case 'loading':
      return new PaymentError('method_unavailable', 'The methods are not loaded yet.');
    default:
      return new PaymentError('outcome_unclear', `A payment may be under way (state "${state.name}").`);
  }
}
