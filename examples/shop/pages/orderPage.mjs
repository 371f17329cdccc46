import { html } from 'hono/html';
import { languages, shopName } from '../catalogue.mjs';
import { formatMoney } from '../formatMoney.mjs';
import { layout } from './layout.mjs';
import { orderLines } from './orderLines.mjs';
import { stateBadge, stateLabels } from './stateBadge.mjs';
import { formatClock, timeElement } from './timeElement.mjs';

/**
 * One order on the merchant's screen: what it is, its payment link to share, and what happens to it, live.
 *
 * @param {{ order: import('../orders.mjs').Order, problem?: string }} page
 */
export function orderPage({ order, problem }) {
  return layout({
    title: `Order ${order.id}`,
    head: html`<script type="module" src="/assets/watchOrder.mjs"></script>`,
    body: html`<main
      class="two-columns order"
      data-state="${order.state}"
      data-events="/orders/${order.id}/events?after=${order.events.length}"
    >
      <section aria-labelledby="title">
        <p class="trail"><a href="/">All orders</a></p>
        <div class="headline">
          <h1 id="title">Order ${order.id}</h1>
          ${stateBadge(order.state, 'state')}
        </div>
        <p class="quiet">
          ${timeElement(order.createdAt)}${order.customerName ? html` · ${order.customerName}` : ''} ·
          ${languages[order.language]}
        </p>
        <div class="card">${orderLines(order)}</div>
      </section>
      <section aria-label="Payment">
        <p class="visually-hidden" role="status" id="announcement"></p>
        ${problem ? html`<p class="alert" role="alert">${problem}</p>` : ''}
        <div class="card paid-panel">
          <svg viewBox="0 0 48 48" aria-hidden="true">
            <circle cx="24" cy="24" r="24" />
            <path d="m14 25 7 7 14-15" />
          </svg>
          <h2>${stateLabels.paid}</h2>
          <p class="paid-amount">${formatMoney(order.total, order.currency)}</p>
          <p class="quiet">Confirmed by Checkout. Nothing is left to do.</p>
        </div>
        <div class="card unpaid-panel">
          ${order.link ? sharePanel(order, order.link) : requestPanel(order)}
        </div>
      </section>
      <section aria-labelledby="history">
        <h2 id="history">What happened</h2>
        <ol class="card timeline" id="timeline">
          ${order.events.map(timelineEntry)}
        </ol>
        <p class="quiet live" id="live" hidden></p>
      </section>
    </main>`,
  });
}

/**
 * One line of the order's history, as the page and its live updates show it.
 *
 * @param {import('../orders.mjs').OrderEvent} event
 */
export function toTimelineEntry(event) {
  return {
    state: event.state,
    stateLabel: stateLabels[event.state],
    tone: event.tone,
    at: event.at.toISOString(),
    clock: formatClock(event.at),
    text: event.text,
  };
}

/** @param {import('../orders.mjs').OrderEvent} event */
function timelineEntry(event) {
  const { tone, at, clock, text } = toTimelineEntry(event);
  return html`<li data-tone="${tone}"><time datetime="${at}">${clock}</time> <span>${text}</span></li>`;
}

/** @param {import('../orders.mjs').Order} order */
function requestPanel(order) {
  return html`<h2>Payment link</h2>
    <p class="quiet">
      One link for this order, to scan from this screen or to send. The customer pays on their own phone.
    </p>
    ${requestForm(order, 'Request payment link')}`;
}

/**
 * @param {import('../orders.mjs').Order} order
 * @param {string} label
 */
function requestForm(order, label) {
  return html`<form method="post" action="/orders/${order.id}/link" class="request-link">
    <button class="primary" name="page" value="own">${label}</button>
    <button class="secondary" name="page" value="checkout">Link to Checkout’s page</button>
    <button class="secondary" name="page" value="wallets">Link to a page with pretend wallets</button>
    <button class="secondary" name="page" value="framed">Link to our page with the card form in it</button>
  </form>`;
}

/**
 * @param {import('../orders.mjs').Order} order
 * @param {import('../orders.mjs').PaymentLink} link
 */
function sharePanel(order, link) {
  const message = `${shopName}: pay order ${order.id}, ${formatMoney(order.total, order.currency)}, here: ${link.url}`;
  const subject = `Payment for order ${order.id}`;
  const encoded = { message: encodeURIComponent(message), subject: encodeURIComponent(subject) };
  return html`<h2>Scan to pay</h2>
    <img
      class="qr"
      id="qr"
      src="/orders/${order.id}/qr.png?${order.events.length}"
      width="500"
      height="500"
      alt="QR code of the payment link"
    />
    <p class="paid-amount">${formatMoney(order.total, order.currency)}</p>
    <label class="link-field"
      >Payment link
      <span class="with-button">
        <input id="payment-link" readonly value="${link.url}" />
        <button type="button" class="secondary" id="copy" hidden>Copy</button>
      </span>
    </label>
    <p class="actions">
      <a class="button secondary" href="${link.url}" target="_blank" rel="noopener">Open</a>
      <a class="button secondary" href="mailto:?subject=${encoded.subject}&amp;body=${encoded.message}"
        >E-mail</a
      >
      <a class="button secondary" href="sms:?&amp;body=${encoded.message}">Text</a>
    </p>
    <p class="quiet">
      Opens ${link.ownPage ? 'our own payment page' : 'Checkout’s payment page'}. Works for 14 days; once
      opened, for 10 minutes.
    </p>
    <details>
      <summary>Make another link</summary>
      <p class="quiet">For when this one has run out. The order can still be paid only once.</p>
      ${requestForm(order, 'Request new link')}
    </details>`;
}
