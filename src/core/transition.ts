import { PaymentError } from '../errors.js';
import { sameMoney } from './money.js';
import type { Answer, ReadyNotice, SessionEvent, SessionState } from './sessionState.js';

type StateOf<Name> = Extract<SessionState, { name: Name }>;
type EventOf<Type> = Extract<SessionEvent, { type: Type }>;
type Rules = {
  readonly [Name in SessionState['name']]?: {
    readonly [Type in SessionEvent['type']]?: (state: StateOf<Name>, event: EventOf<Type>) => SessionState;
  };
};

const expire = (): SessionState => ({ name: 'expired' });

// State by state, what each event makes of it. Paid, expired, cancelled and failed last until the link is opened again.
const rules: Rules = {
  loading: {
    loaded: (_, { answer }) => settle(answer),
    loadFailed: (_, { error }) => fail(error),
    expired: expire,
  },
  ready: {
    // The payer must have seen a new amount until the moment it is confirmed.
    methodSelected: ({ notice }, { methodId }) =>
      ready(methodId, notice?.kind === 'amountChanged' ? notice : undefined),
    paymentConfirmed: (_, { methodId }) => ({ name: 'initiating', methodId }),
    paymentNotCreated: ({ selectedMethodId }, { error }) => failAttempt(selectedMethodId, error),
    refreshed: ({ selectedMethodId, notice }, event) =>
      settle(event.answer, selectedMethodId, newsIn(event, selectedMethodId) ?? notice, notice),
    refreshFailed: (state, { error }) => (isFinal(error) ? fail(error) : state),
    expired: expire,
  },
  initiating: {
    handedOff: ({ methodId }, { url }) => ({ name: 'handedOff', methodId, url, blocked: false }),
    paymentNotCreated: ({ methodId }, { error }) => failAttempt(methodId, error),
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
export function transition(state: SessionState, event: SessionEvent): SessionState {
  if (state.name === 'destroyed') return state;
  if (event.type === 'destroyed') return { name: 'destroyed' };
  if (event.type === 'restarted') return { name: 'loading' };
  // TypeScript cannot follow that both lookups are of the same pair.
  const rule = rules[state.name]?.[event.type] as
    ((state: unknown, event: unknown) => SessionState) | undefined;
  return rule?.(state, event) ?? state;
}

const SETTLED = {
  PAID: 'paid',
  PROCESSING: 'processing',
  EXPIRED: 'expired',
  CANCELLED: 'cancelled',
} as const;

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

// The session's status decides; without one, or while it is open, the payer may choose.
function settle(
  { session, paymentMethods }: Answer,
  chosen?: string,
  notice?: ReadyNotice,
  seen?: ReadyNotice,
): SessionState {
  const { status } = session;
  if (status && status !== 'OPEN') return { name: SETTLED[status] };
  const [first, second] = paymentMethods;
  if (!first)
    return fail(new PaymentError('no_payment_methods', 'Checkout offers no method for this order.'));
  // A new amount is asked about anew: the press that was meant for the old one must not pay it.
  if (notice?.kind === 'amountChanged' && notice !== seen) return ready(undefined, notice);
  const kept = paymentMethods.find(({ id }) => id === chosen) ?? (second ? undefined : first);
  return ready(kept?.id, notice);
}

function ready(selectedMethodId?: string, notice?: ReadyNotice): SessionState {
  return { name: 'ready', selectedMethodId, notice };
}

function newsIn({ before, answer }: EventOf<'refreshed'>, chosen?: string): ReadyNotice | undefined {
  const from = before.session.order.amount;
  if (!sameMoney(from, answer.session.order.amount)) return { kind: 'amountChanged', from };
  const gone = chosen !== undefined && !answer.paymentMethods.some(({ id }) => id === chosen);
  return gone ? { kind: 'methodGone' } : undefined;
}

function failAttempt(methodId: string | undefined, error: PaymentError): SessionState {
  return isFinal(error) ? fail(error) : ready(methodId, { kind: 'attemptFailed', error });
}

// Errors after which the methods on the screen are worth nothing.
function isFinal({ code }: PaymentError): boolean {
  return /^(session_|link_|unauthorized|forbidden)/.test(code);
}

function fail(error: PaymentError): SessionState {
  const { code } = error;
  if (code === 'session_paid') return { name: 'paid' };
  if (code === 'session_cancelled') return { name: 'cancelled' };
  return { name: code === 'link_expired' || code === 'unauthorized' ? 'expired' : 'failed', error };
}
