import type { HandOffResult } from '../checkoutSession.js';
import type { Initiation, PaymentMethod } from '../core/session.js';
import { PaymentError } from '../errors.js';
import type { MethodHandler } from '../options.js';
import type { Loading } from './createLoading.js';
import type { Reporting } from './createReporting.js';
import type { Store } from './createStore.js';
import { handlerFor } from './offeredMethods.js';
import type { SessionPlan } from './sessionPlan.js';

/** What the payer confirmed. Its key stays the same for every attempt until there is a definite answer. */
export type Confirmation = {
  readonly method: PaymentMethod;
  readonly sessionId: string;
  readonly idempotencyKey?: string | undefined;
};

/** What a payment needs from the rest of the session. */
export type PayingParts = SessionPlan & {
  readonly store: Store;
  readonly loading: Loading;
  readonly reporting: Reporting;
};

/** What became of the one request a confirmation may make. */
export type StartedPayment = { initiation?: Initiation; error?: PaymentError };

// What a method does that nobody has registered a handler for: ask for the payment, go where it says.
const redirectHandler: MethodHandler = {
  start: async ({ initiate }) => ({ type: 'redirect', initiation: await initiate() }),
};

/** Runs the method's handler, and lets it ask for a payment once. Over only when that request is, too. */
export async function startMethod(
  { effects, settings, reporting }: PayingParts,
  confirmed: Confirmation,
  payment: StartedPayment,
  signal: AbortSignal,
): Promise<HandOffResult> {
  const { method } = confirmed;
  let asked: Promise<Initiation> | undefined;
  const ask = async (requestData: unknown): Promise<Initiation> => {
    try {
      const initiation = (payment.initiation = await effects.pay({ ...confirmed, requestData }, signal));
      reporting.emit('paymentinitiated', { initiation }, (session) =>
        settings.onPaymentInitiated?.(initiation, session),
      );
      return initiation;
    } catch (error) {
      if (error instanceof PaymentError) payment.error = error;
      throw error;
    }
  };
  try {
    return await (handlerFor(method, settings.methodHandlers) ?? redirectHandler).start({
      method,
      session: reporting.session(),
      signal,
      // A second call gets the first one's answer: one confirmation, one request.
      initiate: (requestData) => (asked ??= ask(requestData)),
    });
  } finally {
    // A handler may give up before the answer is here; nothing can be decided without it.
    await asked?.catch(() => undefined);
  }
}
