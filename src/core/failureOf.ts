import { PaymentError } from '../errors.js';
import type { SessionState } from './sessionState.js';

/**
 * The error that a merchant's `onFailure` hears when the session goes from one state to another; undefined where the
 * step is no failure, or the same failure goes on.
 */
export function failureOf(before: SessionState, now: SessionState): PaymentError | undefined {
  const error = errorOf(now);
  if (!error || errorOf(before)?.code === error.code) return undefined;
  // Paid after a hand-off is what everyone hoped for; paid before it means that this payer came too late.
  const cameTooLate = before.name === 'loading' || before.name === 'initiating';
  return now.name === 'paid' && !cameTooLate ? undefined : error;
}

function errorOf(state: SessionState): PaymentError | undefined {
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
      return new PaymentError('outcome_unclear', 'A payment for this order is under way elsewhere.');
    case 'handedOff':
      return state.blocked
        ? new PaymentError('hand_off_blocked', 'The browser did not follow the redirect.')
        : undefined;
    case 'ready':
      return noticeError(state.notice);
    default:
      return undefined;
  }
}

function noticeError(notice: Extract<SessionState, { name: 'ready' }>['notice']): PaymentError | undefined {
  switch (notice?.kind) {
    case 'attemptFailed':
      return notice.error;
    case 'amountChanged':
      return new PaymentError('amount_changed', 'The amount changed since it was shown.');
    case 'methodGone':
      return new PaymentError('method_unavailable', 'The chosen method is no longer offered.');
    default:
      return undefined;
  }
}
