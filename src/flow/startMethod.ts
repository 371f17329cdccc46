import type { HandOffResult } from '../checkoutSession.js';
import type { Initiation } from '../core/session.js';
import { PaymentError } from '../errors.js';
import type { MethodHandler } from '../options.js';
import type { Confirmation, PayingParts } from './createPaying.js';
import { handlerFor } from './offeredMethods.js';

/** What became of the one request a confirmation may make. */
export type StartedPayment = { initiation?: Initiation; error?: PaymentError };

// What a method does that nobody has registered a handler for: ask for the payment, go where it says.
const redirectHandler: MethodHandler = {
  start: async ({ initiate }) => ({ type: 'redirect', initiation: await initiate() }),
};

/** Runs the method's handler, and lets it ask for a payment once. */
export function startMethod(
  parts: PayingParts,
  confirmed: Confirmation,
  payment: StartedPayment,
  signal: AbortSignal,
): Promise<HandOffResult> {
  const { effects, settings, session, onInitiated } = parts;
  let asked: Promise<Initiation> | undefined;
  const ask = async (requestData: unknown): Promise<Initiation> => {
    try {
      payment.initiation = await effects.pay({ ...confirmed, requestData }, signal);
      onInitiated(payment.initiation);
      return payment.initiation;
    } catch (error) {
      if (error instanceof PaymentError) payment.error = error;
      throw error;
    }
  };
  const handler = handlerFor(confirmed.method, settings.methodHandlers) ?? redirectHandler;
  return handler.start({
    method: confirmed.method,
    session: session(),
    signal,
    // A second call gets the first one's answer: one confirmation, one request.
    initiate: (requestData) => (asked ??= ask(requestData)),
  });
}
