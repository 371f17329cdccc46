import { html } from 'hono/html';
import { shopName } from '../catalogue.mjs';
import { payerTexts } from '../payerTexts.mjs';
import { layout } from './layout.mjs';

/**
 * A payment page with Apple Pay and Google Pay on it. The first script plays the phone, so that any browser can try them: a
 * page in production has all but that one.
 *
 * @param {{ apiUrl: string, nonce: string, language: string | undefined }} page
 */
export function walletPage({ apiUrl, nonce, language: wanted }) {
  const { language, texts } = payerTexts(wanted);
  return layout({
    title: texts.payment,
    language,
    forPayer: true,
    head: html`<link rel="preconnect" href="${new URL(apiUrl).origin}" crossorigin />
      <script nonce="${nonce}" src="/sdk/altapay.fake-wallets.js" defer></script>
      <script nonce="${nonce}" src="/sdk/altapay.wallets.js" defer></script>
      <script nonce="${nonce}" src="/sdk/altapay.min.js" defer></script>
      <script nonce="${nonce}" src="/assets/payByWallet.mjs" type="module"></script>`,
    body: html`<main class="payment-page">
      <h1 class="visually-hidden">${texts.payment}</h1>
      <p class="quiet" lang="en">Pretend wallets: this Apple Pay and this Google Pay move no money.</p>
      <div id="payment" data-api-url="${apiUrl}" data-merchant-name="${shopName}"></div>
      <noscript><p class="alert">${texts.needsScript}</p></noscript>
    </main>`,
  });
}
