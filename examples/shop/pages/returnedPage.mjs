import { html } from 'hono/html';
import { formatMoney } from '../formatMoney.mjs';
import { payerTexts } from '../payerTexts.mjs';
import { layout } from './layout.mjs';

/**
 * Where a payer comes back to. What it says is the shop's own record, never what the address says.
 *
 * @param {{ order: import('../orders.mjs').Order }} page
 */
export function returnedPage({ order }) {
  const { language, texts } = payerTexts(order.language);
  const { tone, heading, help, action } = whatToSay(order, texts);
  return layout({
    title: heading,
    language,
    forPayer: true,
    head: tone === 'waiting' ? follower : undefined,
    body: html`<main class="returned" data-status="/thanks/status?order=${order.receipt}">
      <section class="card" data-tone="${tone}">
        ${symbols[tone]}
        <h1>${heading}</h1>
        <p>${help}</p>
        ${tone === 'bad' && order.lastFailure?.message ? html`<p class="alert">${order.lastFailure.message}</p>` : ''}
        <dl>
          <div>
            <dt>${texts.order}</dt>
            <dd>${order.id}</dd>
          </div>
          <div>
            <dt>${texts.total}</dt>
            <dd>${formatMoney(order.total, order.currency, language)}</dd>
          </div>
        </dl>
        ${action ? html`<p class="actions"><a class="button primary" href="${action.url}">${action.label}</a></p>` : ''}
      </section>
    </main>`,
  });
}

// Without it the page says what it knew when it was opened, and has a button to look again.
const follower = html`<script src="/sdk/altapay.return.js" defer></script>
  <script src="/assets/followPayment.mjs" type="module"></script>`;

/** @param {string} path */
const symbol = (path) =>
  html`<svg class="symbol" viewBox="0 0 48 48" aria-hidden="true">
    <circle cx="24" cy="24" r="24" />
    <path d="${path}" />
  </svg>`;
const EXCLAMATION = 'M24 13v14M24 34v1';
const symbols = {
  good: symbol('m14 25 7 7 14-15'),
  bad: symbol(EXCLAMATION),
  stopped: symbol(EXCLAMATION),
  waiting: symbol('M24 13v12l7 5'),
};

/**
 * @param {import('../orders.mjs').Order} order
 * @param {import('../payerTexts.mjs').PayerTexts} texts
 * @returns {{ tone: keyof typeof symbols, heading: string, help: string, action?: { label: string, url: string } }}
 */
function whatToSay(order, texts) {
  if (order.state === 'paid') return { tone: 'good', heading: texts.paid, help: texts.paidHelp };
  if (order.lastFailure && order.link) {
    return {
      tone: order.lastFailure.cancelled ? 'stopped' : 'bad',
      heading: order.lastFailure.cancelled ? texts.cancelled : texts.declined,
      help: texts.notPaidHelp,
      action: { label: texts.tryAgain, url: order.link.url },
    };
  }
  return {
    tone: 'waiting',
    heading: texts.waiting,
    help: texts.waitingHelp,
    action: { label: texts.checkAgain, url: `/thanks?order=${order.receipt}` },
  };
}
