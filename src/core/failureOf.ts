import { PaymentError } from '../errors.js';
import { errorOf } from './errorOf.js';
import type { SessionState } from './sessionState.js';

/**
 * The error that a merchant's `onFailure` hears when the session goes from one state to another; undefined where the
 * step is no failure, or the same failure goes on.
 */
export function failureOf(before: SessionState, now: SessionState): PaymentError | undefined {
  const error = reasonOf(now);
  if (!error || reasonOf(before)?.code === error.code || error.code === 'aborted') return undefined;
  // Paid after a hand-off is what everyone hoped for; paid before it means that this payer came too late.
  const tooLate = before.name === 'loading' || before.name === 'initiating';
  return now.name === 'paid' && !tooLate ? undefined : error;
}

function reasonOf(state: SessionState): PaymentError | undefined {
  if (state.name !== 'ready') return errorOf(state);
  switch (state.notice?.kind) {
    case 'attemptFailed':
      return state.notice.error;
    case 'amountChanged':
      return new PaymentError('amount_changed', 'The amount changed since it was shown.');
    case 'openElsewhere':
      return new PaymentError('outcome_unclear', 'Another tab is paying this order.');
    case 'methodGone':
      return new PaymentError('method_unavailable', 'The chosen method is no longer offered.');
    default:
      return undefined;
  }
}
