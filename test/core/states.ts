import type { Money, PaymentMethod, Session } from '../../src/core/session.js';
import type { Answer, SessionEvent, SessionState } from '../../src/core/sessionState.js';
import { PaymentError, type PaymentErrorCode } from '../../src/errors.js';

// One of every state and every event, to be put together in pairs.

export const card: PaymentMethod = { id: 'card', type: 'CARD', name: 'Card', metadata: {} };
export const mobile: PaymentMethod = { id: 'mobile', type: 'MOBILEPAY', name: 'MobilePay', metadata: {} };

export const gateway = new URL('https://gateway.test/pay/1');

export function euros(minorUnits: number): Money {
  return { value: minorUnits / 100, currency: 'EUR', minorUnits, digits: 2 };
}

export function answerOf(
  session: Partial<Session> = {},
  paymentMethods: readonly PaymentMethod[] = [card, mobile],
  amount: Money = euros(1250),
): Answer {
  const order = { orderId: '1234', amount, orderLines: [] };
  return { session: { sessionId: 's-1', order, ...session }, paymentMethods };
}

export function errorWith(code: PaymentErrorCode, reason?: string): PaymentError {
  return new PaymentError(code, 'Something happened.', { reason });
}

export const stateSamples: {
  readonly [Name in SessionState['name']]: Extract<SessionState, { name: Name }>;
} = {
  loading: { name: 'loading' },
  ready: { name: 'ready', selectedMethodId: 'card' },
  initiating: { name: 'initiating', methodId: 'card' },
  handedOff: { name: 'handedOff', methodId: 'card', url: gateway, blocked: false },
  unclear: { name: 'unclear', methodId: 'card', error: errorWith('outcome_unclear'), retry: 'asking' },
  processing: { name: 'processing' },
  paid: { name: 'paid' },
  expired: { name: 'expired' },
  cancelled: { name: 'cancelled' },
  failed: { name: 'failed', error: errorWith('network') },
  destroyed: { name: 'destroyed' },
};

export const eventSamples: {
  readonly [Type in SessionEvent['type']]: Extract<SessionEvent, { type: Type }>;
} = {
  loaded: { type: 'loaded', answer: answerOf() },
  loadFailed: { type: 'loadFailed', error: errorWith('network') },
  restarted: { type: 'restarted' },
  methodSelected: { type: 'methodSelected', methodId: 'mobile' },
  paymentConfirmed: { type: 'paymentConfirmed', methodId: 'card' },
  handedOff: { type: 'handedOff', url: gateway },
  handOffBlocked: { type: 'handOffBlocked' },
  paymentNotCreated: { type: 'paymentNotCreated', error: errorWith('rate_limited') },
  paymentCancelled: { type: 'paymentCancelled' },
  paymentCompleted: { type: 'paymentCompleted' },
  outcomeUnclear: { type: 'outcomeUnclear', error: errorWith('outcome_unclear') },
  refreshStarted: { type: 'refreshStarted' },
  refreshed: { type: 'refreshed', before: answerOf(), answer: answerOf(), keyAccepted: true },
  refreshFailed: { type: 'refreshFailed', error: errorWith('session_paid'), keyAccepted: true },
  otherTabHeard: { type: 'otherTabHeard', paying: true },
  attemptFound: { type: 'attemptFound', methodId: 'card', error: errorWith('outcome_unclear') },
  expired: { type: 'expired' },
  destroyed: { type: 'destroyed' },
};
