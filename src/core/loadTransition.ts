import { PaymentError } from '../errors.js';
import { sameMoney } from './money.js';
import type { Answer, ReadyNotice, SessionEvent, SessionState } from './sessionState.js';

type StateOf<Name> = Extract<SessionState, { name: Name }>;
export type EventOf<Type> = Extract<SessionEvent, { type: Type }>;

/** State by state, what each event makes of it. */
export type Rules = {
  readonly [Name in SessionState['name']]?: {
    readonly [Type in SessionEvent['type']]?: (state: StateOf<Name>, event: EventOf<Type>) => SessionState;
  };
};

/** What was, what happened, what is. Pure and total: an event that means nothing in a state returns that same state. */
export type Transition = (state: SessionState, event: SessionEvent) => SessionState;

const expire = (): SessionState => ({ name: 'expired' });

// Paid, expired, cancelled and failed last until the link is opened again.
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
  // All that can come of a payment before it has begun; the rest is in `transition`.
  initiating: {
    paymentNotCreated: ({ methodId }, { error }) => failAttempt(methodId, error),
  },
};

/** The part of {@link transition} that a page needs until a payment begins. */
export const loadTransition: Transition = (state, event) => {
  if (state.name === 'destroyed') return state;
  if (event.type === 'destroyed') return { name: 'destroyed' };
  if (event.type === 'restarted') return { name: 'loading' };
  return applyRules(rules, state, event) ?? state;
};

/** What the rules make of an event; undefined where they do not name the pair. */
export function applyRules(rules: Rules, state: SessionState, event: SessionEvent): SessionState | undefined {
  // TypeScript cannot follow that both lookups are of the same pair.
  const rule = rules[state.name]?.[event.type] as
    ((state: unknown, event: unknown) => SessionState) | undefined;
  return rule?.(state, event);
}

export const SETTLED = {
  PAID: 'paid',
  PROCESSING: 'processing',
  EXPIRED: 'expired',
  CANCELLED: 'cancelled',
} as const;

// The session's status decides; without one, or while it is open, the payer may choose.
export function settle(
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

export function ready(selectedMethodId?: string, notice?: ReadyNotice): SessionState {
  return { name: 'ready', selectedMethodId, notice };
}

export function newsIn({ before, answer }: EventOf<'refreshed'>, chosen?: string): ReadyNotice | undefined {
  const from = before.session.order.amount;
  if (!sameMoney(from, answer.session.order.amount)) return { kind: 'amountChanged', from };
  const gone = chosen !== undefined && !answer.paymentMethods.some(({ id }) => id === chosen);
  return gone ? { kind: 'methodGone' } : undefined;
}

export function failAttempt(methodId: string | undefined, error: PaymentError): SessionState {
  return isFinal(error) ? fail(error) : ready(methodId, { kind: 'attemptFailed', error });
}

// Errors after which the methods on the screen are worth nothing.
export function isFinal({ code }: PaymentError): boolean {
  return /^(session_|link_|unauthorized|forbidden)/.test(code);
}

export function fail(error: PaymentError): SessionState {
  const { code } = error;
  if (code === 'session_paid') return { name: 'paid' };
  if (code === 'session_cancelled') return { name: 'cancelled' };
  return { name: code === 'link_expired' || code === 'unauthorized' ? 'expired' : 'failed', error };
}
