import { type Context, Hono } from 'hono';
import type { PayerAnswer } from './callbacks.js';
import type { Checkout } from './checkout.js';
import { gatewayPage } from './gatewayPage.js';
import { renderMessagePage, renderPage } from './page.js';
import { abandon, closeView, isUnanswered, openView, type Outcome, settle } from './payments.js';
import type { PaymentRecord, SessionRecord } from './store.js';

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map([
  ['approve', 'SUCCEEDED'],
  ['decline', 'DECLINED'],
  ['cancel', 'CANCELLED'],
]);

type Found = { readonly payment: PaymentRecord; readonly session: SessionRecord };

/** The gateway: where the payer answers, and from where the shop hears of it. */
export function gatewayRoutes(checkout: Checkout): Hono {
  const { store } = checkout;
  // A second press of the same button gets the answer of the first, and the shop one callback.
  const delivered = new WeakMap<PaymentRecord, Promise<PayerAnswer>>();
  const app = new Hono();

  app.get('/checkout/gateway/:paymentId', (c) => {
    const found = findPayment(checkout, c.req.param('paymentId'));
    if (!found) return unknownPayment();
    const { payment, session } = found;
    const ended = session.settled ?? (isUnanswered(payment) ? undefined : payment.status);
    if (ended) return renderEnd(ended);
    const view = crypto.randomUUID();
    if (c.req.method === 'GET') openView(payment, view);
    const method = checkout.methods.find(({ id }) => id === payment.methodId);
    return renderPage(gatewayPage({ merchantName: checkout.merchant.name, session, payment, method, view }));
  });

  app.post('/checkout/gateway/:paymentId', async (c) => {
    const found = findPayment(checkout, c.req.param('paymentId'));
    if (!found) return unknownPayment();
    const { payment, session } = found;
    const form = new URLSearchParams(await c.req.text());
    const action = form.get('action') ?? '';
    const outcome = OUTCOMES.get(action);
    if (outcome) return answer(c, found, outcome);
    if (action === 'hide') {
      closeView(payment, form.get('view') ?? '');
      return c.body(null, 204);
    }
    if (action !== 'leave')
      return renderMessagePage(400, 'That is no answer', 'Go back and choose a button.');
    abandon(payment);
    if (session.settled) return renderEnd(session.settled);
    return renderMessagePage(200, 'You have left the payment', 'You have not paid.', {
      url: c.req.path,
      label: 'Open the payment again',
    });
  });

  async function answer(c: Context, { payment, session }: Found, outcome: Outcome): Promise<Response> {
    const settlement = settle(store.state, session, payment, outcome);
    if (settlement === 'sessionPaid') return renderEnd('PAID', 409);
    if (settlement === 'sessionCancelled') return renderEnd('CANCELLED', 409);
    if (settlement === 'settled') {
      const delivery = store.save().then(() => checkout.callbacks.deliver({ session, payment, outcome }));
      delivered.set(payment, delivery);
    }
    const delivery = payment.status === outcome ? delivered.get(payment) : undefined;
    return delivery ? renderAnswer(c, await delivery, outcome) : renderEnd(payment.status, 409);
  }

  return app;
}

function findPayment({ store: { state } }: Checkout, id: string): Found | undefined {
  const payment = state.payments.get(id);
  const session = payment && state.sessions.get(payment.sessionId);
  return payment && session && { payment, session };
}

function renderAnswer(c: Context, answer: PayerAnswer, outcome: Outcome): Response | Promise<Response> {
  if (answer.kind === 'redirect') return c.redirect(answer.location, 303);
  if (answer.kind === 'page') return c.body(answer.body, 200, { 'Content-Type': answer.contentType });
  const title = {
    SUCCEEDED: 'Paid',
    DECLINED: 'The payment was declined',
    CANCELLED: 'The payment was cancelled',
  }[outcome];
  const paid = outcome === 'SUCCEEDED';
  const rest = answer.reached ? '' : ' The shop’s own page could not be shown.';
  return renderMessagePage(200, title, (paid ? 'You can close this page.' : 'You have not paid.') + rest);
}

function renderEnd(end: string, status = 200): Promise<Response> {
  if (end === 'PAID' || end === 'SUCCEEDED') {
    return renderMessagePage(status, 'This order is already paid', 'There is nothing more to pay.');
  }
  if (end === 'DECLINED') {
    return renderMessagePage(
      status,
      'This payment was declined',
      'You have not paid. Start again from the shop.',
    );
  }
  return renderMessagePage(status, 'This was cancelled', 'You have not paid.');
}

function unknownPayment(): Promise<Response> {
  return renderMessagePage(404, 'There is no such payment', 'Start again from the shop.');
}
