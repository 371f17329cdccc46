import type { CheckoutSession, HandOffResult } from '../checkoutSession.js';
import { decideHandOff } from '../core/decideHandOff.js';
import type { Initiation, PaymentMethod } from '../core/session.js';
import { whyNotPayable } from '../core/whyNotPayable.js';
import { PaymentError } from '../errors.js';
import type { Loading } from './createLoading.js';
import type { Store } from './createStore.js';
import { reportError } from './reportError.js';
import type { SessionPlan } from './sessionPlan.js';
import { startMethod, type StartedPayment } from './startMethod.js';

/** What the payer confirmed. Its key stays the same for every attempt until there is a definite answer. */
export type Confirmation = {
  readonly method: PaymentMethod;
  readonly sessionId: string;
  readonly idempotencyKey?: string | undefined;
};

export type Paying = {
  /** While a payment is starting, answers that one's promise. */
  start(methodId: string): Promise<HandOffResult>;
  retry(): Promise<HandOffResult>;
  stop(): void;
};

/** What a payment needs from the rest of the session. */
export type PayingParts = SessionPlan & {
  readonly store: Store;
  readonly loading: Loading;
  readonly session: () => CheckoutSession;
  readonly warn: (warning: string) => void;
  readonly onInitiated: (initiation: Initiation) => void;
};

/** Takes one confirmation of the payer to at most one payment. */
export function createPaying(parts: PayingParts): Paying {
  const { store, effects, settings } = parts;
  let running: Promise<HandOffResult> | undefined;
  let confirmation: Confirmation | undefined;
  let stopHandOff: (() => void) | undefined;

  const run = (confirmed: Confirmation): Promise<HandOffResult> => {
    stopHandOff?.();
    confirmation = confirmed;
    const mine = attempt(parts, confirmed, (url) => {
      stopHandOff = effects.handOff(url, () => store.dispatch({ type: 'handOffBlocked' }));
    }).finally(() => {
      if (running === mine) running = undefined;
    });
    return (running = mine);
  };

  return {
    start(methodId) {
      if (running) return running;
      const { state, answer } = store.now();
      const method = answer?.paymentMethods.find(({ id }) => id === methodId);
      const refusal = whyNotPayable(state, method, effects.isOffline());
      if (!refusal && method && answer) {
        const idempotencyKey = settings.idempotencyKey ? effects.createKey() : undefined;
        return run({ method, sessionId: answer.session.sessionId, idempotencyKey });
      }
      if (refusal?.code === 'offline') store.dispatch({ type: 'paymentNotCreated', error: refusal });
      return Promise.reject(refusal ?? new PaymentError('method_unavailable', 'There is no such method.'));
    },
    retry() {
      if (running) return running;
      const { state } = store.now();
      if (confirmation && state.name === 'unclear' && state.retry === 'offered') return run(confirmation);
      return Promise.reject(
        new PaymentError(
          'outcome_unclear',
          'retryPayment() is safe only in the state "unclear" with retry "offered".',
        ),
      );
    },
    stop() {
      stopHandOff?.();
      running = confirmation = undefined;
    },
  };
}

// Synchronous up to the handler's start: a wallet's sheet opens only inside the click.
async function attempt(
  parts: PayingParts,
  confirmed: Confirmation,
  leave: (url: URL) => void,
): Promise<HandOffResult> {
  const { store, loading } = parts;
  const signal = loading.signal();
  store.dispatch({ type: 'paymentConfirmed', methodId: confirmed.method.id });
  const payment: StartedPayment = {};
  try {
    if (store.now().state.name !== 'initiating') throw stopped();
    const allowed = askMerchant(parts, confirmed);
    if ((allowed instanceof Promise ? await allowed : allowed) === false) throw stopped();
    const result = await startMethod(parts, confirmed, payment, signal);
    // A handler may have swallowed the one error that must not be lost.
    if (payment.error?.code === 'outcome_unclear') throw payment.error;
    if (signal.aborted) throw stopped();
    if (result.type === 'redirect') handOff(parts, result.initiation, leave);
    else store.dispatch({ type: result.type === 'completed' ? 'paymentCompleted' : 'paymentCancelled' });
    return result;
  } catch (cause) {
    const error = toAttemptError(cause, payment);
    if (!signal.aborted) tellStore(store, error);
    throw error;
  } finally {
    // Only Checkout knows what came of it.
    const { name } = store.now().state;
    if (name === 'unclear' || name === 'processing') void loading.refresh();
  }
}

function handOff(parts: PayingParts, initiation: Initiation, leave: (url: URL) => void): void {
  const { redirectHosts, appSchemes } = parts.settings;
  const { allowPrivateHttp, store } = parts;
  const decided = decideHandOff(initiation, { hosts: redirectHosts, appSchemes, allowPrivateHttp });
  if (decided.kind === 'refused') throw decided.error;
  if (decided.warning) parts.warn(decided.warning);
  store.dispatch({ type: 'handedOff', url: decided.url });
  leave(decided.url);
}

// The merchant's last word. A hook that fails stops the payment: it may have found something wrong with the order.
function askMerchant({ settings, session }: PayingParts, { method }: Confirmation): unknown {
  const refuse = (cause: unknown): false => {
    reportError(cause);
    return false;
  };
  try {
    const answer = settings.onBeforePay?.(method, session());
    return answer instanceof Promise ? answer.catch(refuse) : answer;
  } catch (cause) {
    return refuse(cause);
  }
}

function stopped(): PaymentError {
  return new PaymentError('aborted', 'The payment was stopped before it started.');
}

function toAttemptError(cause: unknown, { initiation }: StartedPayment): PaymentError {
  if (cause instanceof PaymentError) return cause;
  return initiation
    ? new PaymentError('outcome_unclear', 'A payment was created, then its method handler failed.', { cause })
    : new PaymentError('method_unavailable', 'The method handler failed before a payment was created.', {
        cause,
      });
}

function tellStore(store: Store, error: PaymentError): void {
  if (error.code === 'aborted') store.dispatch({ type: 'paymentCancelled' });
  else if (error.code === 'outcome_unclear') store.dispatch({ type: 'outcomeUnclear', error });
  else store.dispatch({ type: 'paymentNotCreated', error });
}
