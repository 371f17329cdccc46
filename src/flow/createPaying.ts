import type { HandOffResult } from '../checkoutSession.js';
import { announceNotice } from '../core/announceNotice.js';
import { decideHandOff, type WayOut } from '../core/decideHandOff.js';
import type { Initiation, PaymentMethod } from '../core/session.js';
import type { SessionEvent } from '../core/sessionState.js';
import { isPaymentError, PaymentError } from '../errors.js';
import { createHandOff } from './createHandOff.js';
import { isThenable } from './isThenable.js';
import { notNow } from './notNow.js';
import { handlerFor } from './offeredMethods.js';
import { refineDecline } from './refineDecline.js';
import { reportError } from './reportError.js';
import type { Paying } from './payPlan.js';
import { startMethod, type KeyedConfirmation, type PayingParts, type StartedPayment } from './startMethod.js';
import { stopped } from './stopped.js';

/** Takes one confirmation of the payer to at most one payment. */
export function createPaying(parts: PayingParts): Paying {
  const { store, payEffects, settings, loading } = parts;
  let last: KeyedConfirmation | undefined;
  let left: HandOffResult | undefined;
  const handOffs = createHandOff(store, payEffects.handOff, payEffects.isInApp);

  const run = (confirmed: KeyedConfirmation, earlier?: PaymentError): Promise<HandOffResult> => {
    handOffs.stop();
    last = confirmed;
    const signal = loading.signal();
    return attempt(parts, confirmed, earlier, (way) => {
      handOffs.leave(way, confirmed.method.name);
      // The page's own navigation may have ended the session.
      if (signal.aborted) handOffs.stop();
    })
      .then((result) => (left = result))
      .finally(() => {
        // Where this page does not know what came of it, the next one on this entry has to ask.
        if (!/unclear|destroyed/.test(store.now().state.name)) payEffects.keepAttempt();
      });
  };

  // The page was left while it asked for a payment: the same key leads to the same payment, and another must not be begun.
  const findAttempt = (): void => {
    const { answer } = store.now();
    const kept = settings.idempotencyKey ? payEffects.readKeptAttempt() : undefined;
    if (!kept || answer?.session.sessionId !== kept.sessionId) return;
    const { sessionId, idempotencyKey, methodId } = kept;
    // Also where it is no longer offered: what was asked for may have been begun all the same.
    const method = answer.paymentMethods.find(({ id }) => id === methodId) ?? unnamed(methodId);
    last = { method, sessionId, idempotencyKey, amount: answer.session.order.amount };
    store.dispatch({ type: 'attemptFound', methodId, error: leftBehind() });
    void loading.refresh();
  };
  store.subscribe(({ state }, before) => {
    if (before.state.name === 'loading' && /^(ready|processing)$/.test(state.name)) findAttempt();
    if (/^(paid|cancelled)$/.test(state.name)) payEffects.keepAttempt();
  });
  findAttempt();

  return {
    pay: (confirmation) =>
      run({ ...confirmation, idempotencyKey: settings.idempotencyKey ? payEffects.createKey() : undefined }),
    payAgain() {
      const { state } = store.now();
      // The payment is there: only the way to it is gone again.
      if (left && handOffs.canRepeat()) {
        handOffs.repeat();
        return Promise.resolve(left);
      }
      if (last && state.name === 'unclear' && state.retry === 'offered')
        return run({ ...last, pending: undefined }, state.error);
      return Promise.reject(notNow());
    },
    refine(view, { messages }) {
      const notice =
        view.notice &&
        (handOffs.refine(view.notice, messages) ?? refineDecline(view.notice, store.now().state, messages));
      return notice ? { ...view, notice, announcement: announceNotice(notice) } : view;
    },
    stop() {
      handOffs.stop();
      last = undefined;
    },
  };
}

function leftBehind(): PaymentError {
  return new PaymentError('outcome_unclear', 'The page was left while it asked for a payment.', {
    reason: 'left',
  });
}

function unnamed(id: string): PaymentMethod {
  return { id, type: '', name: '', metadata: {} };
}

/**
 * Synchronous up to the handler's start: a wallet's sheet opens only inside the click.
 *
 * @param earlier - Where this is a second attempt: why it is not known what became of the first.
 */
async function attempt(
  parts: PayingParts,
  confirmed: KeyedConfirmation,
  earlier: PaymentError | undefined,
  leave: (way: WayOut) => void,
): Promise<HandOffResult> {
  const { store, loading } = parts;
  const signal = loading.signal();
  const payment: StartedPayment = {};
  store.dispatch({ type: 'paymentConfirmed', methodId: confirmed.method.id });
  try {
    if (store.now().state.name !== 'initiating') throw stopped();
    const allowed = askMerchant(parts, confirmed.method);
    const later = holdUntil(allowed, parts, confirmed.method);
    const refused = !later && (isThenable(allowed) ? await allowed : allowed) === false;
    if (refused || store.now().state.name !== 'initiating') throw stopped();
    const result = await startMethod(parts, confirmed, payment, later?.signal ?? signal, later?.permit);
    // A handler may have swallowed the one error that must not be lost.
    if (payment.error?.code === 'outcome_unclear') throw payment.error;
    if (signal.aborted) throw stopped();
    if (result.type === 'redirect') handOff(parts, confirmed.method, result.initiation, signal, leave);
    // Whatever a handler says of it: a payment that was created is Checkout's to speak of.
    else if (result.type === 'completed' || payment.initiation) store.dispatch({ type: 'paymentCompleted' });
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

// A sheet that opens in the click cannot wait for the merchant's word; the payment it leads to can.
function holdUntil(
  allowed: unknown,
  { loading, settings }: PayingParts,
  method: PaymentMethod,
): { readonly permit: Promise<void>; readonly signal: AbortSignal } | undefined {
  if (!isThenable(allowed) || !handlerFor(method, settings.methodHandlers)?.startsInClick) return undefined;
  const stop = new AbortController();
  const { signal } = stop;
  loading.signal().addEventListener('abort', () => stop.abort(), { signal });
  const permit = Promise.resolve(allowed).then((word) => {
    if (word === false) stop.abort();
    if (signal.aborted) throw stopped();
  });
  permit.catch(() => undefined);
  return { permit, signal };
}

function toEvent(error: PaymentError, earlier: PaymentError | undefined): SessionEvent {
  if (error.code === 'outcome_unclear') return { type: 'outcomeUnclear', error };
  // That a second attempt was refused or stopped says nothing of the first, unless the API has looked at its key, or has
  // answered for it that the payment was declined.
  if (
    earlier &&
    !/^(400|422|declined)$/.test(String(error.status ?? error.reason)) &&
    !error.code.startsWith('session_')
  )
    return { type: 'outcomeUnclear', error: earlier };
  return error.code === 'aborted' ? { type: 'paymentCancelled' } : { type: 'paymentNotCreated', error };
}

function handOff(
  parts: PayingParts,
  { metadata }: PaymentMethod,
  initiation: Initiation,
  signal: AbortSignal,
  leave: (way: WayOut) => void,
): void {
  const { redirectHosts: hosts, appSchemes } = parts.settings;
  const { allowPrivateHttp, store, reporting } = parts;
  const rules = { hosts, appSchemes, allowPrivateHttp };
  const decided = decideHandOff(initiation, rules, metadata.fallbackUrl);
  if (decided.kind === 'refused') throw decided.error;
  const { url } = decided;
  const { warning, fallbackUrl } = decided.kind === 'redirect' ? decided : {};
  if (warning) reporting.warn(warning);
  store.dispatch({ type: 'handedOff', url, fallbackUrl });
  if (!signal.aborted) leave(decided);
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

function toAttemptError(cause: unknown, { initiation, error }: StartedPayment): PaymentError {
  // Whatever a handler makes of it: a payment that may exist is told first.
  if (error?.code === 'outcome_unclear') return error;
  if (isPaymentError(cause)) return cause;
  return new PaymentError(
    initiation ? 'outcome_unclear' : 'method_unavailable',
    'The method handler failed.',
    { cause },
  );
}
