import { type Context, Hono } from 'hono';
import type { PayerAnswer } from './callbacks.js';
import type { Checkout } from './checkout.js';
import type { Answering, Found } from './createAnswering.js';
import { gatewayPage } from './gatewayPage.js';
import { renderMessagePage, renderPage } from './page.js';
import { abandon, closeView, isUnanswered, openView, type Outcome } from './payments.js';
import { merchantOf } from './sessions.js';

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map([
  ['approve', 'SUCCEEDED'],
  ['decline', 'DECLINED'],
  ['cancel', 'CANCELLED'],
]);

/** The gateway: where the payer answers, and from where the shop hears of it. */
export function gatewayRoutes(checkout: Checkout, answering: Answering): Hono {
  const app = new Hono();

  app.get('/checkout/gateway/:paymentId', (c) => {
    const found = answering.find(c.req.param('paymentId'));
    if (!found) return unknownPayment();
    const { payment, session } = found;
    const ended = session.settled ?? (isUnanswered(payment) ? undefined : payment.status);
    if (ended) return renderEnd(ended);
    const view = crypto.randomUUID();
    if (c.req.method === 'GET') openView(payment, view);
    const method = (session.methods ?? checkout.methods).find(({ id }) => id === payment.methodId);
    return renderPage(
      gatewayPage({ merchantName: merchantOf(checkout, session).name, session, payment, method, view }),
    );
  });

  app.post('/checkout/gateway/:paymentId', async (c) => {
    const found = answering.find(c.req.param('paymentId'));
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

  async function answer(c: Context, found: Found, outcome: Outcome): Promise<Response> {
    const { settlement, delivery } = answering.answer(found, outcome);
    if (settlement === 'sessionPaid') return renderEnd('PAID', 409);
    if (settlement === 'sessionCancelled') return renderEnd('CANCELLED', 409);
    return delivery ? renderAnswer(c, await delivery, outcome) : renderEnd(found.payment.status, 409);
  }

  return app;
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
