import { PaymentError } from '../errors.js';
import {
  applyRules,
  fail,
  isFinal,
  loadTransition,
  newsIn,
  ready,
  settle,
  SETTLED,
  type EventOf,
  type Rules,
  type Transition,
} from './loadTransition.js';
import type { Answer, SessionState } from './sessionState.js';

const findAttempt = (_: SessionState, { methodId, error }: EventOf<'attemptFound'>): SessionState => ({
  name: 'unclear',
  methodId,
  error,
  retry: 'asking',
});

// What becomes of a payment that has begun, here, elsewhere or before.
const rules: Rules = {
  ready: {
    otherTabHeard(state, { paying }) {
      const { selectedMethodId, notice } = state;
      if (!paying) return notice?.kind === 'openElsewhere' ? ready(selectedMethodId) : state;
      // What the payer has to look at, or must do, is not hidden by it.
      return /^(undefined|cancelled|welcomeBack|maybePaid)$/.test(String(notice?.kind))
        ? ready(selectedMethodId, { kind: 'openElsewhere' })
        : state;
    },
    methodSelected: (state, event) =>
      state.notice?.kind === 'openElsewhere'
        ? ready(event.methodId, state.notice)
        : loadTransition(state, event),
    attemptFound: findAttempt,
  },
  initiating: {
    attemptFound: findAttempt,
    handedOff: ({ methodId }, { url, fallbackUrl }) => ({
      name: 'handedOff',
      methodId,
      url,
      ...(fallbackUrl && { fallbackUrl }),
      blocked: false,
    }),
    paymentCancelled: ({ methodId }) => ready(methodId, { kind: 'cancelled' }),
    paymentCompleted: () => ({ name: 'processing' }),
    outcomeUnclear: ({ methodId }, { error }) => ({ name: 'unclear', methodId, error, retry: 'asking' }),
  },
  handedOff: {
    handOffBlocked: (state) => ({ ...state, blocked: true }),
    refreshed: ({ methodId, url }, event) =>
      // The payment that is under way is most likely this payer's own: offer the way back to it.
      started(event.answer, { name: 'processing', url, methodId }) ?? comeBack(event, methodId),
    // Whatever keeps us from asking, a payment has been created: the way to it stays open.
    refreshFailed: ({ url, methodId }, { error }) =>
      unknowable(error) ?? { name: 'processing', url, methodId },
  },
  unclear: {
    refreshStarted: (state) => ({ ...state, retry: 'asking' }),
    refreshed: (state, { answer, keyAccepted }) => {
      // Only a word of the server, or a key it honours, makes a second attempt safe. With the key it is the way to a
      // payment whose address was lost with the first answer.
      const offered = keyAccepted || answer.session.status === 'OPEN';
      const next: SessionState = { ...state, retry: offered ? 'offered' : 'refused' };
      return started(answer, keyAccepted ? next : { name: 'processing' }) ?? next;
    },
    refreshFailed: (state, { error, keyAccepted }) =>
      settledBy(error) ?? { ...state, retry: keyAccepted ? 'offered' : 'refused' },
    paymentConfirmed: (state, { methodId }) =>
      state.retry === 'offered' && methodId === state.methodId ? { name: 'initiating', methodId } : state,
  },
  processing: {
    attemptFound: findAttempt,
    // Without a word of the server that it is over, it goes on.
    refreshed: (state, event) =>
      event.answer.session.status ? (started(event.answer, state) ?? comeBack(event, state.methodId)) : state,
    refreshFailed: (state, { error }) => unknowable(error) ?? state,
  },
};

/**
 * The whole life of a checkout session, as one pure function: what was, what happened, what is.
 * It is total: an event that means nothing in a state returns that same state.
 */
export const transition: Transition = (state, event) =>
  applyRules(rules, state, event) ?? loadTransition(state, event);

// Where a payment may exist, an end of the link says nothing of it.
function started({ session }: Answer, underWay: SessionState): SessionState | undefined {
  switch (session.status) {
    case 'PAID':
    case 'CANCELLED':
      return { name: SETTLED[session.status] };
    case 'PROCESSING':
      return underWay;
    case 'EXPIRED':
      return unknowable(new PaymentError('link_expired', 'The payment link has run out.'));
    default:
      return undefined;
  }
}

function settledBy(error: PaymentError): SessionState | undefined {
  return error.code.startsWith('session_') ? fail(error) : undefined;
}

// A payment may exist, and this page will not be told any more.
function unknowable(cause: PaymentError): SessionState | undefined {
  if (!isFinal(cause)) return undefined;
  const message = 'What became of the payment cannot be asked any more.';
  const error = new PaymentError('outcome_unclear', message, { reason: cause.code });
  return settledBy(cause) ?? { name: 'unclear', error, retry: 'refused' };
}

// Only the server's word makes "not paid yet" true.
function comeBack(event: EventOf<'refreshed'>, chosen: string | undefined): SessionState {
  const kind = event.answer.session.status ? 'welcomeBack' : 'maybePaid';
  return settle(event.answer, chosen, newsIn(event, chosen) ?? { kind });
}
