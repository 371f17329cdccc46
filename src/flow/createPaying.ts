import type { HandOffResult } from '../checkoutSession.js';
import { decideHandOff } from '../core/decideHandOff.js';
import { errorOf } from '../core/errorOf.js';
import type { Initiation, PaymentMethod } from '../core/session.js';
import type { SessionEvent } from '../core/sessionState.js';
import { PaymentError } from '../errors.js';
import { isThenable } from './isThenable.js';
import { reportError } from './reportError.js';
import { startMethod, type Confirmation, type PayingParts, type StartedPayment } from './startMethod.js';

export type Paying = {
  /** While a payment is starting, answers that one's promise. */
  start(methodId: string): Promise<HandOffResult>;
  retry(): Promise<HandOffResult>;
  stop(): void;
};

/** Takes one confirmation of the payer to at most one payment. */
export function createPaying(parts: PayingParts): Paying {
  const { store, effects, settings, loading } = parts;
  let running: Promise<HandOffResult> | undefined;
  let confirmation: Confirmation | undefined;
  let stopHandOff: (() => void) | undefined;

  const run = (confirmed: Confirmation, earlier?: PaymentError): Promise<HandOffResult> => {
    stopHandOff?.();
    confirmation = confirmed;
    const signal = loading.signal();
    const mine = attempt(parts, confirmed, earlier, (url) => {
      stopHandOff = effects.handOff(url, () => store.dispatch({ type: 'handOffBlocked' }));
      // The page's own navigation may have ended the session.
      if (signal.aborted) stopHandOff();
    }).finally(() => {
      if (running === mine) running = undefined;
    });
    return (running = mine);
  };

  const confirm = (methodId: string): Promise<HandOffResult> => {
    const { state, answer } = store.now();
    if (state.name !== 'ready' || !answer) throw errorOf(state) ?? notNow();
    const method = answer.paymentMethods.find(({ id }) => id === methodId);
    if (!method) throw new PaymentError('method_unavailable', 'No offered method has this paymentMethodId.');
    if (effects.isOffline()) {
      const error = new PaymentError('offline', 'The device is offline; nothing was sent.');
      store.dispatch({ type: 'paymentNotCreated', error });
      throw error;
    }
    const idempotencyKey = settings.idempotencyKey ? effects.createKey() : undefined;
    const { sessionId, order } = answer.session;
    return run({ method, sessionId, amount: order.amount, idempotencyKey });
  };

  const confirmAgain = (): Promise<HandOffResult> => {
    const { state } = store.now();
    if (!confirmation || state.name !== 'unclear' || state.retry !== 'offered') throw notNow();
    return run(confirmation, state.error);
  };

  // Its promise outlasts it by a moment, in which a merchant's callback may already pay anew.
  const starting = (): typeof running => (store.now().state.name === 'initiating' ? running : undefined);

  return {
    // Not `async`: every press while a payment is starting gets the same promise.
    start: (methodId) => starting() ?? rejecting(() => confirm(methodId)),
    retry: () => starting() ?? rejecting(confirmAgain),
    stop() {
      stopHandOff?.();
      running = confirmation = undefined;
    },
  };
}

function rejecting<T>(begin: () => Promise<T>): Promise<T> {
  try {
    return begin();
  } catch (error) {
    return Promise.reject(error);
  }
}

/**
 * Synchronous up to the handler's start: a wallet's sheet opens only inside the click.
 *
 * @param earlier - Where this is a second attempt: why it is not known what became of the first.
 */
async function attempt(
  parts: PayingParts,
  confirmed: Confirmation,
  earlier: PaymentError | undefined,
  leave: (url: URL) => void,
): Promise<HandOffResult> {
  const { store, loading } = parts;
  const signal = loading.signal();
  const payment: StartedPayment = {};
  store.dispatch({ type: 'paymentConfirmed', methodId: confirmed.method.id });
  try {
    if (store.now().state.name !== 'initiating') throw stopped();
    const allowed = askMerchant(parts, confirmed.method);
    const refused = (isThenable(allowed) ? await allowed : allowed) === false;
    if (refused || store.now().state.name !== 'initiating') throw stopped();
    const result = await startMethod(parts, confirmed, payment, signal);
    // A handler may have swallowed the one error that must not be lost.
    if (payment.error?.code === 'outcome_unclear') throw payment.error;
    if (signal.aborted) throw stopped();
    if (result.type === 'redirect') handOff(parts, result.initiation, signal, leave);
    else if (result.type === 'completed') store.dispatch({ type: 'paymentCompleted' });
    else store.dispatch(toEvent(stopped(), earlier));
    return result;
  } catch (cause) {
    const error = toAttemptError(cause, payment);
    if (!signal.aborted) store.dispatch(toEvent(error, earlier));
    // What was shown is no longer true.
    if (/amount_changed|method_unavailable/.test(error.code)) void loading.refresh();
    throw error;
  } finally {
    // Only Checkout knows what came of it.
    if (/unclear|processing/.test(store.now().state.name)) void loading.refresh();
  }
}

function toEvent(error: PaymentError, earlier: PaymentError | undefined): SessionEvent {
  if (error.code === 'outcome_unclear') return { type: 'outcomeUnclear', error };
  // That a second attempt was refused or stopped says nothing of the first, unless the API has looked at its key.
  if (earlier && !/^(400|422)$/.test(String(error.status)) && !error.code.startsWith('session_'))
    return { type: 'outcomeUnclear', error: earlier };
  return error.code === 'aborted' ? { type: 'paymentCancelled' } : { type: 'paymentNotCreated', error };
}

function handOff(
  parts: PayingParts,
  initiation: Initiation,
  signal: AbortSignal,
  leave: (url: URL) => void,
): void {
  const { redirectHosts: hosts, appSchemes } = parts.settings;
  const { allowPrivateHttp, store, reporting } = parts;
  const decided = decideHandOff(initiation, { hosts, appSchemes, allowPrivateHttp });
  if (decided.kind === 'refused') throw decided.error;
  if (decided.warning) reporting.warn(decided.warning);
  store.dispatch({ type: 'handedOff', url: decided.url });
  if (!signal.aborted) leave(decided.url);
}

// The merchant's last word. A hook that fails stops the payment: it may have found something wrong with the order.
function askMerchant({ settings, reporting }: PayingParts, method: PaymentMethod): unknown {
  const refuse = (cause: unknown): false => {
    reportError(cause);
    return false;
  };
  try {
    const answer = settings.onBeforePay?.(method, reporting.session());
    return isThenable(answer) ? Promise.resolve(answer).catch(refuse) : answer;
  } catch (cause) {
    return refuse(cause);
  }
}

function stopped(): PaymentError {
  return new PaymentError('aborted', 'The payment was stopped before it started.');
}

function notNow(): PaymentError {
  return new PaymentError(
    'outcome_unclear',
    'Another payment may exist, or the methods are not loaded: not now.',
  );
}

function toAttemptError(cause: unknown, { initiation, error }: StartedPayment): PaymentError {
  // Whatever a handler makes of it: a payment that may exist is told first.
  if (error?.code === 'outcome_unclear') return error;
  if (cause instanceof PaymentError) return cause;
  return new PaymentError(
    initiation ? 'outcome_unclear' : 'method_unavailable',
    'The method handler failed.',
    { cause },
  );
}
