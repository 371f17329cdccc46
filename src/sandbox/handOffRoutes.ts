import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Checkout } from './checkout.js';
import type { Answering, Found } from './createAnswering.js';
import { frameEndPage, framePage } from './framePage.js';
import { renderMessagePage, renderPage } from './page.js';
import { isUnanswered, openView, type Outcome } from './payments.js';
import { merchantOf } from './sessions.js';

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map([
  ['approve', 'SUCCEEDED'],
  ['decline', 'DECLINED'],
  ['cancel', 'CANCELLED'],
]);

/** The other ways out of a payment page: an app, a form that is posted, and a frame of the gateway's. */
export function handOffRoutes(checkout: Checkout, answering: Answering): Hono {
  const app = new Hono();
  const find = (c: Context): Found | undefined => answering.find(c.req.param('paymentId') ?? '');
  const methodOf = ({ payment, session }: Found) =>
    (session.methods ?? checkout.methods).find(({ id }) => id === payment.methodId);
  const outcomeOf = async (c: Context): Promise<Outcome | undefined> =>
    OUTCOMES.get(new URLSearchParams(await c.req.text()).get('action') ?? '');

  app.get('/checkout/app/:paymentId', (c) => {
    const found = find(c);
    if (!found) return unknown();
    const { payment, session } = found;
    if (session.settled ?? !isUnanswered(payment)) return renderOver();
    if (c.req.method === 'GET') openView(payment, 'app');
    const merchant = merchantOf(checkout, session).name;
    return renderPage(appPage(methodOf(found)?.name ?? 'App', merchant, payment.amount, returnUrl(session)));
  });

  app.post('/checkout/app/:paymentId', async (c) => {
    const [found, outcome] = [find(c), await outcomeOf(c)];
    if (!found || !outcome) return unknown();
    const answer = await answering.answer(found, outcome).delivery;
    if (!answer) return renderOver();
    const url = returnUrl(found.session) ?? (answer.kind === 'redirect' ? answer.location : undefined);
    return renderPage(answeredPage(outcome, url));
  });

  app.post('/checkout/form', async (c) => {
    const paymentId = new URLSearchParams(await c.req.text()).get('paymentId') ?? '';
    return answering.find(paymentId) ? c.redirect(`/checkout/gateway/${paymentId}`, 303) : unknown();
  });

  app.get('/checkout/frame/:paymentId', (c) => {
    const found = find(c);
    if (!found) return unknown();
    const { payment, session } = found;
    if (session.settled ?? !isUnanswered(payment)) return renderOver();
    // Whoever was led here from a page that does not frame it pays on the gateway's own.
    if (c.req.header('Sec-Fetch-Dest') === 'document')
      return c.redirect(`/checkout/gateway/${payment.id}`, 303);
    return renderPage(framePage(payment, methodOf(found)?.handOff));
  });

  app.post('/checkout/frame/:paymentId', async (c) => {
    const [found, outcome] = [find(c), await outcomeOf(c)];
    if (!found || !outcome) return unknown();
    await answering.answer(found, outcome).delivery;
    const { status } = found.payment;
    if (status === 'SUCCEEDED') return renderPage(frameEndPage('Thank you.', 'completed'));
    return renderPage(
      status === 'CANCELLED'
        ? frameEndPage('The payment was cancelled.', 'cancelled')
        : frameEndPage('The payment was declined.', 'completed'),
    );
  });

  return app;
}

/** The address of the session that an app opens when it is done. */
function returnUrl({ body }: Found['session']): string | undefined {
  const { redirect } = body.callbacks ?? {};
  return typeof redirect === 'string' ? redirect : redirect?.value;
}

/** It plays the app that a payer's phone would open. */
function appPage(
  name: string,
  merchant: string,
  { value, currency }: Found['payment']['amount'],
  returnTo: string | undefined,
) {
  return {
    title: name,
    body: html`<p class="quiet">Sandbox app – no money moves</p>
      <div class="card">
        <h1>${name}: pay <bdi>${merchant}</bdi></h1>
        <p class="amount">${value.toFixed(2)} ${currency}</p>
        <form method="post">
          <button class="main" name="action" value="approve">Approve</button>
          <button name="action" value="decline">Decline</button>
          <button name="action" value="cancel">Cancel</button>
        </form>
        ${returnTo ? html`<a class="button" href="${returnTo}">Return without an answer</a>` : ''}
      </div>`,
  };
}

/** An app opens the shop's address in the phone's browser, which need not be the one the payer has left. */
function answeredPage(outcome: Outcome, url: string | undefined) {
  const title = { SUCCEEDED: 'Approved', DECLINED: 'Declined', CANCELLED: 'Cancelled' }[outcome];
  const ways = url
    ? html`<a class="button" href="${url}">Return to the shop in this browser</a>
        <label>To return to another browser, open this address there<input readonly value="${url}" /></label>`
    : html`<p>Go back to the shop.</p>`;
  return {
    title,
    body: html`<p class="quiet">Sandbox app – no money moves</p>
      <div class="card">
        <h1>${title}</h1>
        ${ways}
      </div>`,
  };
}

function renderOver(): Promise<Response> {
  return renderMessagePage(200, 'This payment is over', 'There is nothing more to do here.');
}

function unknown(): Promise<Response> {
  return renderMessagePage(404, 'There is no such payment', 'Start again from the shop.');
}
