import { PaymentError } from '../errors.js';
import type { SessionState } from './sessionState.js';

/** What keeps the payer from going on in a state, as an error; undefined where nothing does. */
export function errorOf(state: SessionState): PaymentError | undefined {
  switch (state.name) {
    case 'failed':
    case 'unclear':
      return state.error;
    case 'expired':
      return state.error ?? new PaymentError('link_expired', 'The payment link has run out.');
    case 'paid':
      return new PaymentError('session_paid', 'The order is already paid.');
    case 'cancelled':
      return new PaymentError('session_cancelled', 'The order was cancelled.');
    case 'processing':
      return new PaymentError('outcome_unclear', 'A payment for this order is under way.');
    case 'destroyed':
      return new PaymentError('aborted', 'The session was destroyed.');
    case 'handedOff':
      return state.blocked ? new PaymentError('hand_off_blocked', 'The browser did not go.') : undefined;
    default:
      return undefined;
  }
}
