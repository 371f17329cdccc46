import {
  addPayment,
  type PaymentRecord,
  type PaymentStatus,
  type SessionRecord,
  type State,
} from './store.js';

/** What the payer answered in the gateway page. */
export type Outcome = Extract<PaymentStatus, 'SUCCEEDED' | 'DECLINED' | 'CANCELLED'>;

/** Whether an answer counted, or what stood against it. */
export type Settlement = 'settled' | 'answeredBefore' | 'sessionPaid' | 'sessionCancelled';

/** Starts a payment of what the order comes to now. */
export function createPayment(
  state: State,
  session: SessionRecord,
  methodId: string,
  now: number,
): PaymentRecord {
  const { value, currency } = session.body.order.amount;
  const payment: PaymentRecord = {
    id: crypto.randomUUID(),
    sessionId: session.id,
    methodId,
    amount: { value, currency },
    externalId: `sandbox-${state.counts.paymentsCreated + 1}`,
    createdAt: now,
    status: 'NEW',
    openViews: [],
  };
  addPayment(state, payment);
  state.counts.paymentsCreated += 1;
  return payment;
}

/** Whether the payer can still answer it. */
export function isUnanswered({ status }: PaymentRecord): boolean {
  return status === 'NEW' || status === 'ABANDONED';
}

/** A gateway page shows the payment: it is under way (again). */
export function openView(payment: PaymentRecord, view: string): void {
  payment.openViews.push(view);
  payment.status = 'NEW';
}

/** One gateway page went away; with the last one the payment is abandoned. */
export function closeView(payment: PaymentRecord, view: string): void {
  payment.openViews = payment.openViews.filter((open) => open !== view);
  if (payment.openViews.length === 0) abandon(payment);
}

export function abandon(payment: PaymentRecord): void {
  payment.openViews = [];
  if (payment.status === 'NEW') payment.status = 'ABANDONED';
}

/** Takes the payer's answer. A payment is answered once, and a session is paid once, whichever page comes first. */
export function settle(
  state: State,
  session: SessionRecord,
  payment: PaymentRecord,
  outcome: Outcome,
): Settlement {
  if (!isUnanswered(payment)) return 'answeredBefore';
  if (outcome === 'SUCCEEDED' && session.settled) {
    return session.settled === 'PAID' ? 'sessionPaid' : 'sessionCancelled';
  }
  payment.status = outcome;
  payment.openViews = [];
  if (outcome === 'SUCCEEDED') {
    session.settled = 'PAID';
    state.counts.paymentsFinalised += 1;
  }
  return 'settled';
}
