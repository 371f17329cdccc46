import { html } from 'hono/html';
import { shopName } from '../catalogue.mjs';
import { payerTexts } from '../payerTexts.mjs';
import { layout } from './layout.mjs';

/**
 * The shop's own payment page: a place for the picker, and the SDK's script tag. It knows no order; which one it is stands
 * in the address's fragment, which no server sees.
 *
 * @param {{ apiUrl: string, nonce: string, framed: boolean, language: string | undefined }} page
 */
export function paymentPage({ apiUrl, nonce, framed, language: wanted }) {
  const { language, texts } = payerTexts(wanted);
  return layout({
    title: texts.payment,
    language,
    forPayer: true,
    head: html`<link rel="preconnect" href="${new URL(apiUrl).origin}" crossorigin />
      <script
        nonce="${nonce}"
        src="/sdk/altapay.min.js"
        data-api-url="${apiUrl}"
        ${framed ? '' : html`data-container="#payment"`}
        data-app-schemes="mobilepay vipps swish"
        data-merchant-name="${shopName}"
        data-idempotency-key
        defer
      ></script>
      ${framed ? html`<script nonce="${nonce}" type="module" src="/assets/payInFrame.mjs"></script>` : ''}`,
    body: html`<main class="payment-page">
      <h1 class="visually-hidden">${texts.payment}</h1>
      <div id="payment"></div>
      ${framed ? html`<div id="card" data-api-url="${apiUrl}"></div>` : ''}
      <noscript><p class="alert">${texts.needsScript}</p></noscript>
    </main>`,
  });
}
