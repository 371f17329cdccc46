import type { CheckoutSession, SessionEvents } from '../checkoutSession.js';
import { failureOf } from '../core/failureOf.js';
import type { Initiation } from '../core/session.js';
import type { Settings } from '../options.js';
import type { Snapshot, Store } from './createStore.js';
import { reportError } from './reportError.js';

type EventType = keyof SessionEvents;
type Listener = (event: SessionEvents[EventType]) => void;

export type Reporting = {
  on<Type extends EventType>(type: Type, listener: (event: SessionEvents[Type]) => void): () => void;
  initiated(initiation: Initiation): void;
  warn(warning: string): void;
};

/**
 * Tells the merchant what happens: the options' callbacks, the session's listeners and the container's `altapay:*` events.
 * All of it after the change is complete, so that a callback may pay, refresh or destroy.
 */
export function createReporting(
  settings: Settings,
  store: Store,
  session: () => CheckoutSession,
  container: () => Element | undefined,
): Reporting {
  const listeners = new Set<readonly [EventType, Listener]>();

  const emit = <Type extends EventType>(
    type: Type,
    detail: SessionEvents[Type],
    callback?: () => void,
  ): void => {
    queueMicrotask(() => {
      callSafely(callback);
      for (const [wanted, listener] of [...listeners])
        if (wanted === type) callSafely(() => listener(detail));
      container()?.dispatchEvent(
        new CustomEvent(`altapay:${type}`, { detail, bubbles: true, composed: true }),
      );
    });
  };

  store.subscribe((now, before) => report(now, before, settings, session(), emit));

  return {
    on(type, listener) {
      const entry = [type, listener as Listener] as const;
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    initiated(initiation) {
      emit('paymentinitiated', { session: session(), initiation }, () =>
        settings.onPaymentInitiated?.(initiation, session()),
      );
    },
    warn(warning) {
      callSafely(() => settings.onWarning?.(warning));
      if (settings.debug) console.warn(`altapay: ${warning}`);
    },
  };
}

type Emit = <Type extends EventType>(type: Type, detail: SessionEvents[Type], callback?: () => void) => void;

function report(
  now: Snapshot,
  before: Snapshot,
  settings: Settings,
  session: CheckoutSession,
  emit: Emit,
): void {
  const { state, answer } = now;
  if (state === before.state) return;
  const chosen = state.name === 'ready' && state.selectedMethodId;
  const chosenBefore = before.state.name === 'ready' && before.state.selectedMethodId;
  emit('statechange', { session, state, before: before.state }, () =>
    settings.onStateChange?.(state, session),
  );
  if (state.name === 'ready' && before.state.name === 'loading')
    emit('ready', { session }, () => settings.onReady?.(session));
  const method = chosen && chosen !== chosenBefore && answer?.paymentMethods.find(({ id }) => id === chosen);
  if (method && before.state.name === 'ready')
    emit('methodselected', { session, method }, () => settings.onMethodSelected?.(method, session));
  const error = failureOf(before.state, state);
  if (error) emit('failure', { session, error }, () => settings.onFailure?.(error, session));
}

function callSafely(callback: (() => unknown) | undefined): void {
  try {
    const answer = callback?.();
    if (answer instanceof Promise) answer.catch(reportError);
  } catch (error) {
    reportError(error);
  }
}
