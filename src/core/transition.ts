import { PaymentError } from '../errors.js';
import type { Answer, ReadyNotice, SessionEvent, SessionState } from './sessionState.js';

/**
 * The whole life of a checkout session, as one pure function: what was, what happened, what is.
 * It is total: an event that means nothing in a state returns that same state.
 */
export function transition(state: SessionState, event: SessionEvent): SessionState {
  if (state.name === 'destroyed') return state;
  if (event.type === 'destroyed') return { name: 'destroyed' };
  if (event.type === 'restarted') return { name: 'loading' };
  switch (state.name) {
    case 'loading':
      return fromLoading(state, event);
    case 'ready':
      return fromReady(state, event);
    case 'initiating':
      return fromInitiating(state, event);
    case 'handedOff':
      return fromHandedOff(state, event);
    case 'unclear':
      return fromUnclear(state, event);
    case 'processing':
      return fromProcessing(state, event);
    default:
      // Paid, expired, cancelled and failed last until the link is opened again.
      return state;
  }
}

type StateOf<Name extends SessionState['name']> = Extract<SessionState, { name: Name }>;

function fromLoading(state: StateOf<'loading'>, event: SessionEvent): SessionState {
  if (event.type === 'loaded') return settled(event.answer) ?? ready(event.answer);
  if (event.type === 'loadFailed') return failure(event.error);
  if (event.type === 'expired') return { name: 'expired' };
  return state;
}

function fromReady(state: StateOf<'ready'>, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'methodSelected':
      return {
        name: 'ready',
        selectedMethodId: event.methodId,
        // The payer must have seen a new amount until the moment it is confirmed.
        ...(state.notice?.kind === 'amountChanged' && { notice: state.notice }),
      };
    case 'paymentConfirmed':
      return { name: 'initiating', methodId: event.methodId };
    case 'paymentNotCreated':
      return notCreated(state.selectedMethodId, event.error);
    case 'refreshed':
      return refreshedReady(state, event.before, event.answer);
    case 'refreshFailed':
      return isFinal(event.error) ? failure(event.error) : state;
    case 'expired':
      return { name: 'expired' };
    default:
      return state;
  }
}

function fromInitiating(state: StateOf<'initiating'>, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'handedOff':
      return { name: 'handedOff', methodId: state.methodId, url: event.url, blocked: false };
    case 'paymentNotCreated':
      return notCreated(state.methodId, event.error);
    case 'paymentCancelled':
      return { name: 'ready', selectedMethodId: state.methodId, notice: { kind: 'cancelled' } };
    case 'paymentCompleted':
      return { name: 'processing' };
    case 'outcomeUnclear':
      return { name: 'unclear', methodId: state.methodId, error: event.error, retry: 'asking' };
    default:
      return state;
  }
}

function fromHandedOff(state: StateOf<'handedOff'>, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'handOffBlocked':
      return { ...state, blocked: true };
    case 'refreshed': {
      const known = settled(event.answer);
      // The payment that is under way is most likely this payer's own: offer the way back to it.
      if (known?.name === 'processing') return { name: 'processing', url: state.url };
      return (
        known ??
        ready(event.answer, state.methodId, noticeOf(event.before, event.answer) ?? { kind: 'welcomeBack' })
      );
    }
    case 'refreshFailed':
      return failure(event.error);
    default:
      return state;
  }
}

function fromUnclear(state: StateOf<'unclear'>, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'refreshStarted':
      return { ...state, retry: 'asking' };
    case 'refreshed': {
      const known = settled(event.answer);
      if (known) return known;
      // Only a word of the server, or a key it honours, makes a second attempt safe.
      const safe = event.keyAccepted || event.answer.session.status === 'OPEN';
      return { ...state, retry: safe ? 'offered' : 'refused' };
    }
    case 'refreshFailed':
      if (event.error.code === 'session_paid') return { name: 'paid' };
      return { ...state, retry: event.keyAccepted ? 'offered' : 'refused' };
    case 'paymentConfirmed':
      return state.retry === 'offered' && event.methodId === state.methodId
        ? { name: 'initiating', methodId: event.methodId }
        : state;
    default:
      return state;
  }
}

function fromProcessing(state: StateOf<'processing'>, event: SessionEvent): SessionState {
  if (event.type === 'refreshed') {
    if (event.answer.session.status === 'PROCESSING') return state;
    return (
      settled(event.answer) ??
      ready(event.answer, undefined, noticeOf(event.before, event.answer) ?? { kind: 'welcomeBack' })
    );
  }
  if (event.type === 'refreshFailed' && isFinal(event.error)) return failure(event.error);
  return state;
}

function refreshedReady(state: StateOf<'ready'>, before: Answer, answer: Answer): SessionState {
  const known = settled(answer);
  if (known) return known;
  const chosen = state.selectedMethodId;
  const gone = chosen !== undefined && !answer.paymentMethods.some(({ id }) => id === chosen);
  const notice = noticeOf(before, answer) ?? (gone ? { kind: 'methodGone' as const } : state.notice);
  return ready(answer, gone ? undefined : chosen, notice);
}

// What the session's status alone decides; undefined while the payer may choose.
function settled(answer: Answer): SessionState | undefined {
  switch (answer.session.status) {
    case 'PAID':
      return { name: 'paid' };
    case 'PROCESSING':
      return { name: 'processing' };
    case 'EXPIRED':
      return { name: 'expired' };
    case 'CANCELLED':
      return { name: 'cancelled' };
    default:
      return answer.paymentMethods.length > 0
        ? undefined
        : failure(
            new PaymentError('no_payment_methods', 'Checkout offers no payment method for this order.'),
          );
  }
}

function ready(answer: Answer, chosen?: string, notice?: ReadyNotice): SessionState {
  const [first, second] = answer.paymentMethods;
  const kept = answer.paymentMethods.find(({ id }) => id === chosen) ?? (second ? undefined : first);
  return { name: 'ready', ...(kept && { selectedMethodId: kept.id }), ...(notice && { notice }) };
}

function noticeOf(before: Answer, answer: Answer): ReadyNotice | undefined {
  const from = before.session.order.amount;
  const to = answer.session.order.amount;
  const same = from.minorUnits === to.minorUnits && from.currency === to.currency;
  return same ? undefined : { kind: 'amountChanged', from };
}

function notCreated(methodId: string | undefined, error: PaymentError): SessionState {
  if (isFinal(error)) return failure(error);
  return {
    name: 'ready',
    ...(methodId !== undefined && { selectedMethodId: methodId }),
    notice: { kind: 'attemptFailed', error },
  };
}

// Errors after which the methods on the screen are worth nothing.
function isFinal({ code }: PaymentError): boolean {
  return /^(session_|link_|unauthorized$|forbidden$)/.test(code);
}

function failure(error: PaymentError): SessionState {
  switch (error.code) {
    case 'session_paid':
      return { name: 'paid' };
    case 'session_cancelled':
      return { name: 'cancelled' };
    case 'link_expired':
    case 'unauthorized':
      return { name: 'expired', error };
    default:
      return { name: 'failed', error };
  }
}
