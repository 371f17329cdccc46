import { isPaymentError, PaymentError } from '../errors.js';
import type { PaymentMethod } from '../core/session.js';
import type { Answer } from '../core/sessionState.js';
import type { Clock } from '../core/countdown.js';
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
  /** Whatever is being asked now is not heard any more; answers what comes of it all the same, or nothing. */
  forget(): Promise<Answer | undefined> | undefined;
  /** When the link that was opened runs out; undefined where Checkout did not say. */
  clock(): Clock | undefined;
  stop(): void;
};

type AnswerParts = Pick<SessionPlan, 'settings'> & {
  readonly onOpened: (opened: Opened) => void;
  /** Is waited for before the methods can be chosen. */
  readonly prepare: (methods: readonly PaymentMethod[]) => Promise<void> | undefined;
};

type LoadingParts = Pick<AnswerParts, 'prepare'> & {
  readonly warn: (warning: string) => void;
  readonly store: Store;
  /** Is waited for before a failure is told. */
  readonly prepareFailure: (error: PaymentError) => Promise<void> | undefined;
};

/** Asks Checkout for the order, first and again, and tells the store what came of it. */
export function createLoading({ effects, settings }: SessionPlan, parts: LoadingParts): Loading {
  const { store, warn, prepare, prepareFailure } = parts;
  let run = new AbortController();
  let asking: Promise<Answer | undefined> | undefined;
  let turn = 0;
  let clock: Clock | undefined;

  const onOpened = (opened: Opened): void => void (clock = toClock(opened) ?? clock);
  const hear = (question: Promise<Opened>, signal: AbortSignal): Promise<Answer> =>
    toAnswer(question, signal, { settings, onOpened, prepare });

  const forget = (): typeof asking => {
    const pending = asking;
    asking = undefined;
    turn++;
    return pending;
  };

  const load = async (): Promise<void> => {
    const first = store.now().state.name === 'loading' && !run.signal.aborted;
    run.abort();
    run = new AbortController();
    const { signal } = run;
    void forget();
    clock = undefined;
    if (!first) store.dispatch({ type: 'restarted' });
    try {
      const answer = await hear(effects.open(signal, warn), signal);
      if (!signal.aborted) store.dispatch({ type: 'loaded', answer });
    } catch (cause) {
      const error = toOwnError(cause);
      await prepareFailure(error);
      if (!signal.aborted) store.dispatch({ type: 'loadFailed', error });
    }
  };

  const ask = async (before: Answer): Promise<Answer | undefined> => {
    const mine = ++turn;
    const keyAccepted = settings.idempotencyKey === true;
    store.dispatch({ type: 'refreshStarted' });
    try {
      const answer = await hear(effects.ask(run.signal), run.signal);
      if (mine === turn) store.dispatch({ type: 'refreshed', before, answer, keyAccepted });
      return answer;
    } catch (error) {
      if (mine === turn) store.dispatch({ type: 'refreshFailed', error: toOwnError(error), keyAccepted });
      return undefined;
    } finally {
      if (mine === turn) void forget();
    }
  };

  return {
    signal: () => run.signal,
    load,
    async refresh() {
      const { state, answer } = store.now();
      if (state.name === 'failed') return load();
      if (answer && state.name !== 'initiating') await (asking ??= ask(answer));
    },
    forget,
    clock: () => clock,
    stop: () => run.abort(),
  };
}

async function toAnswer(
  question: Promise<Opened>,
  signal: AbortSignal,
  { settings, onOpened, prepare }: AnswerParts,
): Promise<Answer> {
  const opened = await question;
  const { answer } = opened;
  const paymentMethods = await offeredMethods(answer.paymentMethods, settings.methodHandlers);
  await prepare(paymentMethods);
  // A late answer must not set the clock of a session that has ended or begun anew.
  if (!signal.aborted) onOpened(opened);
  return { ...answer, answered: answer.paymentMethods, paymentMethods };
}

function toClock({ serverTime, expiresAt }: Opened): Clock | undefined {
  if (serverTime === undefined || expiresAt === undefined) return undefined;
  return { serverTime, expiresAt, receivedAt: performance.now() };
}

// A merchant's `activate` or `fetch` may throw anything.
function toOwnError(error: unknown): PaymentError {
  return isPaymentError(error)
    ? error
    : new PaymentError('response_invalid', 'The session could not be read.', {
        reason: 'exception',
        cause: error,
      });
}
