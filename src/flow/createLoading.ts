import { PaymentError } from '../errors.js';
import type { Answer } from '../core/sessionState.js';
import type { Store } from './createStore.js';
import type { Opened, SessionPlan } from './sessionPlan.js';
import { offeredMethods } from './offeredMethods.js';

export type Loading = {
  /** Ends with the current load, or with the session: whatever still answers after it is not heard. */
  signal(): AbortSignal;
  /** Opens the link; also anew after a failure, or for another link. */
  load(): Promise<void>;
  /** Asks Checkout what is true now. One question at a time. */
  refresh(): Promise<void>;
  stop(): void;
};

/** Asks Checkout for the order, first and again, and tells the store what came of it. */
export function createLoading(
  { effects, settings }: SessionPlan,
  store: Store,
  warn: (warning: string) => void,
  onOpened: (opened: Opened) => void,
): Loading {
  let run = new AbortController();
  let asking: Promise<void> | undefined;

  const hear = async (question: Promise<Opened>, signal: AbortSignal): Promise<Answer> => {
    const opened = await question;
    opened.warnings.forEach(warn);
    const paymentMethods = await offeredMethods(opened.answer.paymentMethods, settings.methodHandlers, warn);
    // A late answer must not set the clock of a session that has ended or begun anew.
    if (!signal.aborted) onOpened(opened);
    return { ...opened.answer, paymentMethods };
  };

  const load = async (): Promise<void> => {
    const first = store.now().state.name === 'loading' && !run.signal.aborted;
    run.abort();
    run = new AbortController();
    const { signal } = run;
    asking = undefined;
    if (!first) store.dispatch({ type: 'restarted' });
    try {
      const answer = await hear(effects.open(signal), signal);
      if (!signal.aborted) store.dispatch({ type: 'loaded', answer });
    } catch (error) {
      if (!signal.aborted) store.dispatch({ type: 'loadFailed', error: toOwnError(error) });
    }
  };

  const ask = async (before: Answer): Promise<void> => {
    const { signal } = run;
    const keyAccepted = settings.idempotencyKey === true;
    store.dispatch({ type: 'refreshStarted' });
    try {
      const answer = await hear(effects.ask(signal), signal);
      if (!signal.aborted) store.dispatch({ type: 'refreshed', before, answer, keyAccepted });
    } catch (error) {
      if (!signal.aborted) store.dispatch({ type: 'refreshFailed', error: toOwnError(error), keyAccepted });
    }
  };

  return {
    signal: () => run.signal,
    load,
    async refresh() {
      const { state, answer } = store.now();
      if (state.name === 'failed' || !answer) return state.name === 'failed' ? load() : undefined;
      if (state.name === 'initiating') return;
      asking ??= ask(answer).finally(() => {
        asking = undefined;
      });
      await asking;
    },
    stop: () => run.abort(),
  };
}

// A merchant's `activate` or `fetch` may throw anything.
function toOwnError(error: unknown): PaymentError {
  return error instanceof PaymentError
    ? error
    : new PaymentError('response_invalid', 'The session could not be read.', {
        reason: 'exception',
        cause: error,
      });
}
