import { Hono } from 'hono';
import type { Checkout } from './checkout.js';
import type { Answering } from './createAnswering.js';
import { createOnce } from './createOnce.js';
import type { SandboxMethod } from './methods.js';
import { parseBody } from './parseBody.js';
import { createPayment } from './payments.js';
import { Problem } from './problem.js';
import type { SessionBody } from './sessionBody.js';
import { paymentSchema } from './sessionSchema.js';
import { amountKey, findAdmission, offeredTo, refuseExpired, sessionStatus } from './sessions.js';
import type { PaymentRecord, SessionRecord } from './store.js';
import { toWayOut } from './toWayOut.js';
import { walletOutcome } from './walletOutcome.js';

/** AltaPay's gateways refuse longer texts once a payment starts, not when the order is made. */
const LONGEST_DESCRIPTION = 50;

/** `POST /payment`: starts a payment that the payer goes on with in the gateway page, or has approved in a wallet. */
export function paymentRoutes(checkout: Checkout, answering: Answering): Hono {
  const { store, tokens } = checkout;
  const once = createOnce();
  const app = new Hono();

  app.post('/payment', async (c) => {
    const access = await tokens.verify(c.req.raw);
    const text = await c.req.text();
    const { sessionId, paymentMethodId, requestData } = parseBody(paymentSchema, text);
    const outcome = walletOutcome(requestData);
    const admission = findAdmission(checkout, access, sessionId, 'Payment');
    const run = async (): Promise<Response> => {
      try {
        const origin = checkout.origin(c.req.raw);
        const { session, link } = admission;
        if (link) refuseExpired(session, link, checkout.now());
        const shown = link?.amountsShown[access.tokenId];
        const { payment, method } = startPayment(checkout, session, shown, paymentMethodId);
        if (outcome) await answering.answer({ payment, session }, outcome).delivery;
        // That a wallet's payment names no address is ours: AltaPay publishes nothing of it.
        const wayOut = outcome ? { type: 'WALLET' } : toWayOut(method, payment, origin);
        const answer = c.json({ ...toWirePayment(payment, session), ...wayOut });
        await store.save();
        return answer;
      } catch (error) {
        if (error instanceof Problem) return error.toResponse();
        throw error;
      }
    };
    const key = c.req.header('Idempotency-Key');
    return key === undefined ? run() : once(store.state, { key, sessionId, body: text }, run);
  });

  return app;
}

function startPayment(
  checkout: Checkout,
  session: SessionRecord,
  amountShown: string | undefined,
  methodId: string,
): { readonly payment: PaymentRecord; readonly method: SandboxMethod } {
  const { state } = checkout.store;
  refuseSettled(sessionStatus(state, session, checkout.now()));
  if (amountShown !== undefined && amountShown !== amountKey(session)) {
    throw new Problem(
      422,
      'AMOUNT_CHANGED',
      'The amount has changed since it was last shown; read the session again.',
    );
  }
  const method = offeredTo(checkout, session).find(({ id }) => id === methodId);
  if (!method) {
    throw new Problem(422, 'METHOD_UNAVAILABLE', 'This payment method is not offered for the session.');
  }
  refuseLongDescriptions(session.body);
  return { payment: createPayment(state, session, methodId, checkout.now()), method };
}

function toWirePayment(payment: PaymentRecord, session: SessionRecord) {
  return {
    paymentId: payment.id,
    shopOrderId: session.body.order.orderId,
    externalPaymentId: payment.externalId,
    status: payment.status,
  };
}

function refuseSettled(status: ReturnType<typeof sessionStatus>): void {
  if (status === 'PAID') throw new Problem(409, 'SESSION_PAID', 'The order is already paid.');
  if (status === 'CANCELLED') throw new Problem(409, 'SESSION_CANCELLED', 'The order was cancelled.');
  if (status === 'EXPIRED')
    throw new Problem(410, 'LINK_EXPIRED', 'The payment link has run out; ask for a new one.');
}

function refuseLongDescriptions({ order }: SessionBody): void {
  const errors = (order.orderLines ?? []).flatMap(({ description }, index) =>
    description.length > LONGEST_DESCRIPTION
      ? [
          {
            field: `order.orderLines[${index}].description`,
            message: `is longer than ${LONGEST_DESCRIPTION} characters`,
          },
        ]
      : [],
  );
  if (errors.length > 0)
    throw new Problem(400, 'VALIDATION_FAILED', 'The order lines cannot be paid as they are.', { errors });
}
