import type { CheckoutSession } from '../checkoutSession.js';
import { whyNotPayable } from '../core/whyNotPayable.js';
import { PaymentError } from '../errors.js';
import { createDrawing, type Drawing } from './createDrawing.js';
import { createExpiry, type Expiry } from './createExpiry.js';
import { createLoading, type Loading } from './createLoading.js';
import { createPaying, type Paying } from './createPaying.js';
import { createReporting, type Reporting } from './createReporting.js';
import { createStore, type Store } from './createStore.js';
import type { SessionPlan } from './sessionPlan.js';
import { watchSession } from './watchSession.js';

/** A session, with what only its makers may do. */
export type OwnSession = {
  readonly session: CheckoutSession;
  /** Resolves when the first load is over, however it ended. */
  readonly settled: Promise<void>;
  /** Starts over with another link: what was under way is stopped and not heard. */
  restart(): void;
  /** Adds something to be undone with the session. */
  onEnd(stop: () => void): void;
};

/** Puts a session together from its parts, and starts to load it. */
export function createSession(plan: SessionPlan): OwnSession {
  const { settings, effects } = plan;
  const store = createStore();
  const texts = effects.createTexts(() => parts.drawing.redraw());
  const reporting = createReporting(
    settings,
    store,
    () => session,
    () => parts.drawing.container(),
  );
  const expiry = createExpiry(store, () => parts.drawing.redraw());
  const loading = createLoading(plan, store, reporting.warn, expiry.set);
  const paying = createPaying({
    ...plan,
    store,
    loading,
    session: () => session,
    warn: reporting.warn,
    onInitiated: reporting.initiated,
  });
  const drawing = createDrawing(plan, store, texts, expiry, {
    pay: (methodId) => paying.start(methodId).catch(shown),
    retry: () => paying.retry().catch(shown),
    reload: () => loading.load(),
    refresh: () => loading.refresh(),
  });
  const parts: SessionParts = { plan, store, reporting, expiry, loading, paying, drawing, stops: [] };
  const session = toPublic(parts);
  const loaded = loading.load();
  parts.stops.push(watchSession(store, loading, effects), endWith(settings.signal, session));
  return {
    session,
    settled: loaded,
    restart() {
      paying.stop();
      void loading.load();
    },
    onEnd: (stop) => void parts.stops.push(stop),
  };
}

type SessionParts = {
  readonly plan: SessionPlan;
  readonly store: Store;
  readonly reporting: Reporting;
  readonly expiry: Expiry;
  readonly loading: Loading;
  readonly paying: Paying;
  readonly drawing: Drawing;
  readonly stops: (() => void)[];
};

function toPublic(parts: SessionParts): CheckoutSession {
  const { store, loading, paying, drawing, reporting, plan } = parts;
  const leaveLoading = (): Promise<void> => whenNot(store, 'loading');
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
      const element = await plan.effects.findContainer(container);
      if (store.now().state.name === 'destroyed') throw destroyed();
      drawing.into(element);
      await leaveLoading();
      const refusal = whyNotPayable(store.now().state, undefined, false);
      if (refusal && store.now().state.name !== 'ready') throw refusal;
      return session;
    },
    initiatePayment: (methodId) =>
      // Only a session that is still loading makes a caller wait: a wallet needs the click.
      store.now().state.name === 'loading'
        ? leaveLoading().then(() => paying.start(methodId))
        : paying.start(methodId),
    retryPayment: () => paying.retry(),
    async refresh() {
      await loading.refresh();
      return session;
    },
    destroy() {
      store.dispatch({ type: 'destroyed' });
      parts.expiry.stop();
      loading.stop();
      paying.stop();
      drawing.stop();
      for (const stop of parts.stops.splice(0)) stop();
    },
    on: (type, listener) => reporting.on(type, listener),
  };
  return session;
}

function whenNot(store: Store, name: 'loading'): Promise<void> {
  return new Promise((resolve) => {
    if (store.now().state.name !== name) return resolve();
    const stop = store.subscribe(({ state }) => {
      if (state.name === name) return;
      stop();
      resolve();
    });
  });
}

function endWith(signal: AbortSignal | undefined, session: CheckoutSession): () => void {
  const end = (): void => session.destroy();
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();
  return () => signal?.removeEventListener('abort', end);
}

function destroyed(): PaymentError {
  return new PaymentError('aborted', 'The session was destroyed.');
}

// The picker shows what came of it; the promise is for callers of the public function.
function shown(): void {}
