import type { PaymentRequest } from '../api/initiatePayment.js';
import type { KeptAttempt } from '../browser/keepAttempt.js';
import type { HandOffResult } from '../checkoutSession.js';
import type { WayOut } from '../core/decideHandOff.js';
import { sameMoney } from '../core/money.js';
import type { Initiation } from '../core/session.js';
import { isPaymentError, PaymentError } from '../errors.js';
import type { MethodHandler } from '../options.js';
import { mark } from './mark.js';
import { handlerFor } from './offeredMethods.js';
import type { Confirmation, PayDeskParts } from './payPlan.js';

/** Its key stays the same for every attempt until there is a definite answer. */
export type KeyedConfirmation = Confirmation & { readonly idempotencyKey?: string | undefined };

/** What a payment does to the world outside. */
export type PayEffects = {
  pay(payment: PaymentRequest, signal: AbortSignal): Promise<Initiation>;
  /** Takes the payer to the payment; calls back should the browser not follow. Answers its clean-up. */
  handOff(way: WayOut, onBlocked: () => void): () => void;
  /** A new idempotency key. */
  createKey(): string;
  /** Keeps what is being asked for over a reload; without one there is a definite answer, and it is forgotten. */
  keepAttempt(attempt?: KeptAttempt): void;
  readKeptAttempt(): KeptAttempt | undefined;
};

export type PayingParts = PayDeskParts & { readonly payEffects: PayEffects };

/** What became of the one request a confirmation may make. */
export type StartedPayment = { initiation?: Initiation; error?: PaymentError };

// What a method does that nobody has registered a handler for: ask for the payment, go where it says.
const redirectHandler: MethodHandler = {
  start: async ({ initiate }) => ({ type: 'redirect', initiation: await initiate() }),
};

/**
 * Runs the method's handler, and lets it ask for a payment once. Over only when that request is, too.
 *
 * @param permit - Where the merchant's word is still to come: resolves when it is yes, and aborts `signal` when it is no.
 */
export async function startMethod(
  { payEffects, settings, reporting, loading }: PayingParts,
  confirmed: KeyedConfirmation,
  payment: StartedPayment,
  signal: AbortSignal,
  permit?: Promise<void>,
): Promise<HandOffResult> {
  const { method, sessionId, amount, idempotencyKey } = confirmed;
  // What was true before a payment began says nothing about what becomes of it, but the amount in it counts.
  const pending = confirmed.pending ?? loading.forget();
  let over = false;
  let asked: Promise<Initiation> | undefined;
  const ask = async (requestData: unknown): Promise<Initiation> => {
    try {
      if (permit) await permit;
      const latest = pending && (await pending);
      if (latest && !sameMoney(latest.session.order.amount, amount))
        throw new PaymentError('amount_changed', 'The amount changed since it was shown; nothing was sent.');
      if (idempotencyKey) payEffects.keepAttempt({ sessionId, methodId: method.id, idempotencyKey });
      const initiation = (payment.initiation = await payEffects.pay(
        { method, sessionId, idempotencyKey, requestData },
        signal,
      ));
      payEffects.keepAttempt();
      mark('initiated');
      reporting.emit('paymentinitiated', { initiation }, (session) =>
        settings.onPaymentInitiated?.(initiation, session),
      );
      return initiation;
    } catch (error) {
      if (isPaymentError(error)) payment.error = error;
      throw error;
    }
  };
  try {
    return await (handlerFor(method, settings.methodHandlers) ?? redirectHandler).start({
      method,
      session: reporting.session(),
      signal,
      // A second call gets the first one's answer: one confirmation, one request; and none once the method has ended.
      initiate: (requestData) =>
        over && !asked
          ? Promise.reject(new PaymentError('aborted', 'The method has ended; nothing was sent.'))
          : (asked ??= ask(requestData)),
    });
  } finally {
    over = true;
    // A handler may give up before the answer is here; nothing can be decided without it.
    await asked?.catch(() => undefined);
  }
}
