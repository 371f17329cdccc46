import type { CheckoutSession, SessionEvents } from '../checkoutSession.js';
import { failureOf } from '../core/failureOf.js';
import type { Settings } from '../options.js';
import type { Snapshot, Store } from './createStore.js';
import { isThenable } from './isThenable.js';
import { mark } from './mark.js';
import { reportError } from './reportError.js';

type EventType = keyof SessionEvents;
type Listener = (event: SessionEvents[EventType]) => void;

export type Reporting = {
  session(): CheckoutSession;
  on<Type extends EventType>(type: Type, listener: (event: SessionEvents[Type]) => void): () => void;
  /** Tells an event to the option's callback, the session's listeners and the container, in this order. */
  emit<Type extends EventType>(
    type: Type,
    detail: Omit<SessionEvents[Type], 'session'>,
    callback: (session: CheckoutSession) => unknown,
  ): void;
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
  const warned = new Set<string>();

  const reporting: Reporting = {
    session,
    on(type, listener) {
      const entry = [type, listener as Listener] as const;
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    emit(type, facts, callback) {
      queueMicrotask(() => {
        const detail = { ...facts, session: session() } as unknown as SessionEvents[typeof type];
        callSafely(() => callback(session()));
        for (const [wanted, listener] of [...listeners])
          if (wanted === type) callSafely(() => listener(detail));
        container()?.dispatchEvent(
          new CustomEvent(`altapay:${type}`, { detail, bubbles: true, composed: true }),
        );
      });
    },
    warn(warning) {
      // Every refresh finds the same; once is enough.
      if (warned.has(warning)) return;
      warned.add(warning);
      callSafely(() => settings.onWarning?.(warning));
      if (settings.debug) console.warn(`altapay: ${warning}`);
    },
  };
  store.subscribe((now, before) => report(now, before, settings, reporting));
  mark('link');
  return reporting;
}

function report(
  { state, answer }: Snapshot,
  before: Snapshot,
  settings: Settings,
  { emit }: Reporting,
): void {
  if (state === before.state) return;
  if (answer && !before.answer) mark('activated');
  emit('statechange', { state, before: before.state }, (session) => settings.onStateChange?.(state, session));
  if (state.name === 'ready' && before.state.name === 'loading')
    emit('ready', {}, (session) => {
      mark('ready');
      return settings.onReady?.(session);
    });
  const chosen = selected(state);
  const method = answer?.paymentMethods.find(({ id }) => id === chosen);
  if (method && before.state.name === 'ready' && chosen !== selected(before.state))
    emit('methodselected', { method }, (session) => settings.onMethodSelected?.(method, session));
  const error = failureOf(before.state, state);
  // Not once for all like a warning: each one is news.
  if (error && settings.debug) console.warn(`altapay: ${error.code}: ${error.message}`);
  if (error) emit('failure', { error }, (session) => settings.onFailure?.(error, session));
}

function selected(state: Snapshot['state']): string | undefined {
  return state.name === 'ready' ? state.selectedMethodId : undefined;
}

function callSafely(callback: () => unknown): void {
  try {
    const answer = callback();
    if (isThenable(answer)) answer.then(undefined, reportError);
  } catch (error) {
    reportError(error);
  }
}
