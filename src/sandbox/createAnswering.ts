import type { PayerAnswer } from './callbacks.js';
import type { Checkout } from './checkout.js';
import { type Outcome, settle, type Settlement } from './payments.js';
import type { PaymentRecord, SessionRecord } from './store.js';

export type Found = { readonly payment: PaymentRecord; readonly session: SessionRecord };

/** Payments being answered, by their payers or in their place. */
export type Answering = {
  find(paymentId: string): Found | undefined;
  /** Takes an answer. `delivery` is what the shop makes of it; absent where the payment was answered otherwise before. */
  answer(
    found: Found,
    outcome: Outcome,
  ): { readonly settlement: Settlement; readonly delivery: Promise<PayerAnswer> | undefined };
};

export function createAnswering({ store, callbacks }: Checkout): Answering {
  // A second press of the same button gets the answer of the first, and the shop one callback.
  const delivered = new WeakMap<PaymentRecord, Promise<PayerAnswer>>();
  return {
    find(paymentId) {
      const payment = store.state.payments.get(paymentId);
      const session = payment && store.state.sessions.get(payment.sessionId);
      return payment && session && { payment, session };
    },
    answer({ payment, session }, outcome) {
      const settlement = settle(store.state, session, payment, outcome);
      if (settlement === 'settled') {
        const delivery = store.save().then(() => callbacks.deliver({ session, payment, outcome }));
        delivered.set(payment, delivery);
      }
      return {
        settlement,
        delivery: payment.status === outcome ? delivered.get(payment) : undefined,
      };
    },
  };
}
