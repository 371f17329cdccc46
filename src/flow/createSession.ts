import { createDrawing } from './createDrawing.js';
import { createLoading } from './createLoading.js';
import { createPayDesk } from './createPayDesk.js';
import { createPublicSession } from './createPublicSession.js';
import { createReporting } from './createReporting.js';
import { createStore } from './createStore.js';
import { handlerFor } from './offeredMethods.js';
import type { CheckoutSession } from '../checkoutSession.js';
import type { PayPlan } from './payPlan.js';
import { watchSession } from './watchSession.js';
import { whenLoaded } from './whenLoaded.js';

/** A session, with what only its makers may do. */
export type OwnSession = {
  readonly session: CheckoutSession;
  /** Resolves when the first load is over or the session has ended. */
  readonly settled: Promise<void>;
  /** Starts over with another link: what was under way is stopped and not heard. */
  restart(): void;
  /** Whether the page has taken away what was drawn. */
  hasLostPicker(): boolean;
  /** Adds something to be undone with the session. */
  onEnd(stop: () => void): void;
};

/** Puts a session together from its parts, and starts to load it. */
export function createSession(plan: PayPlan): OwnSession {
  const { settings, effects } = plan;
  const store = createStore();
  const redraw = (): void => drawing.redraw();
  const host = (): Element | undefined => drawing.host();
  const reporting = createReporting(
    settings,
    store,
    () => session,
    () => drawing.container(),
  );
  const prepare = (): Promise<void> => paying.load().catch(() => undefined);
  const loading = createLoading(plan, {
    store,
    warn: reporting.warn,
    // A handler of the merchant's own starts inside the payer's click, so nothing may have to be loaded then; and whoever
    // left while a payment was asked for must not be offered another one.
    prepare: (methods) =>
      effects.hasKeptAttempt() || methods.some((method) => handlerFor(method, settings.methodHandlers))
        ? prepare()
        : undefined,
    // What a refusal means is said by the part that has read it, and so is here; nothing else is to wait for it.
    prepareFailure: ({ code }) =>
      /^(forbidden|rate_limited|outcome_unclear)$/.test(code) ? prepare() : undefined,
  });
  const texts = effects.createTexts(redraw);
  const paying = createPayDesk({ ...plan, store, loading, reporting, texts, redraw, host });
  const drawing = createDrawing(plan, store, texts.now, {
    // The picker shows what came of it; the promise is for callers of the public function.
    pay: (methodId) => paying.start(methodId).catch(() => undefined),
    retryPayment: () => paying.retry().catch(() => undefined),
    reload: loading.load,
    refresh: loading.refresh,
    end: () => session.destroy(),
    refine: paying.refine,
  });
  const stops = [loading.stop, paying.stop, drawing.stop, watchSession(store, loading, effects)];
  const session = createPublicSession({
    store,
    loading,
    paying,
    drawing,
    on: reporting.on,
    findContainer: effects.findContainer,
    stops,
  });
  const { signal } = settings;
  signal?.addEventListener('abort', session.destroy);
  stops.push(() => signal?.removeEventListener('abort', session.destroy));
  if (signal?.aborted) session.destroy();
  else void loading.load();
  return {
    session,
    settled: whenLoaded(store),
    restart() {
      paying.stop();
      void loading.load();
    },
    hasLostPicker: () => drawing.host()?.isConnected === false,
    onEnd: (stop) => void stops.push(stop),
  };
}
