import { PaymentError } from '../errors.js';
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
      settle(event.answer, selectedMethodId, newsIn(event, selectedMethodId) ?? notice),
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
    refreshed: ({ methodId, url }, event) => {
      const next = settle(event.answer, methodId, newsIn(event, methodId) ?? { kind: 'welcomeBack' });
      // The payment that is under way is most likely this payer's own: offer the way back to it.
      return next.name === 'processing' ? { ...next, url } : next;
    },
    refreshFailed: (_, { error }) => fail(error),
  },
  unclear: {
    refreshStarted: (state) => ({ ...state, retry: 'asking' }),
    refreshed: (state, { answer, keyAccepted }) => {
      const { status } = answer.session;
      if (status && status !== 'OPEN') return settle(answer);
      // Only a word of the server, or a key it honours, makes a second attempt safe.
      return { ...state, retry: keyAccepted || status ? 'offered' : 'refused' };
    },
    refreshFailed: (state, { error, keyAccepted }) =>
      error.code === 'session_paid' ? fail(error) : { ...state, retry: keyAccepted ? 'offered' : 'refused' },
    paymentConfirmed: (state, { methodId }) =>
      state.retry === 'offered' && methodId === state.methodId ? { name: 'initiating', methodId } : state,
  },
  processing: {
    refreshed: (state, event) => {
      const next = settle(event.answer, undefined, newsIn(event) ?? { kind: 'welcomeBack' });
      return next.name === 'processing' ? state : next;
    },
    refreshFailed: (state, { error }) => (isFinal(error) ? fail(error) : state),
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

// The session's status decides; without one, or while it is open, the payer may choose.
function settle({ session, paymentMethods }: Answer, chosen?: string, notice?: ReadyNotice): SessionState {
  const { status } = session;
  if (status && status !== 'OPEN') return { name: SETTLED[status] };
  const [first, second] = paymentMethods;
  if (!first)
    return fail(new PaymentError('no_payment_methods', 'Checkout offers no method for this order.'));
  const kept = paymentMethods.find(({ id }) => id === chosen) ?? (second ? undefined : first);
  return ready(kept?.id, notice);
}

function ready(selectedMethodId?: string, notice?: ReadyNotice): SessionState {
  return { name: 'ready', selectedMethodId, notice };
}

function newsIn({ before, answer }: EventOf<'refreshed'>, chosen?: string): ReadyNotice | undefined {
  const from = before.session.order.amount;
  const to = answer.session.order.amount;
  if (from.minorUnits !== to.minorUnits || from.currency !== to.currency)
    return { kind: 'amountChanged', from };
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
