import type { CheckoutSession } from '../checkoutSession.js';
import { errorOf } from '../core/errorOf.js';
import type { Drawing } from './createDrawing.js';
import type { Loading } from './createLoading.js';
import type { PayDesk } from './createPayDesk.js';
import type { Reporting } from './createReporting.js';
import type { Store } from './createStore.js';
import type { SessionEffects } from './sessionPlan.js';
import { whenLoaded } from './whenLoaded.js';

/** The face that a session shows to the merchant. */
export function createPublicSession(parts: {
  readonly store: Store;
  readonly loading: Loading;
  readonly paying: PayDesk;
  readonly drawing: Drawing;
  readonly on: Reporting['on'];
  readonly findContainer: SessionEffects['findContainer'];
  /** What is undone when the session ends. */
  readonly stops: (() => void)[];
}): CheckoutSession {
  const { store, loading, paying, drawing, stops } = parts;
  const session: CheckoutSession = {
    get state() {
      return store.now().state;
    },
    get order() {
      return store.now().answer?.session.order;
    },
    get paymentMethods() {
      return store.now().answer?.paymentMethods ?? [];
    },
    async injectPaymentMethods(container) {
      const element = await parts.findContainer(container);
      if (session.state.name !== 'destroyed') drawing.into(element);
      await whenLoaded(store);
      const refusal = errorOf(session.state);
      if (refusal) throw refusal;
      return session;
    },
    // Only a session that is still loading makes a caller wait: a wallet needs the click.
    initiatePayment: (methodId) =>
      session.state.name === 'loading'
        ? whenLoaded(store).then(() => paying.start(methodId))
        : paying.start(methodId),
    retryPayment: paying.retry,
    async refresh() {
      await loading.refresh();
      return session;
    },
    destroy() {
      store.dispatch({ type: 'destroyed' });
      for (const stop of stops.splice(0)) stop();
    },
    on: parts.on,
  };
  return session;
}
