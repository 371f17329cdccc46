import { html } from 'hono/html';
import { CARD_FORM, DECLINE_SCRIPT } from './gatewayPage.js';
import type { SandboxHandOff } from './methods.js';
import type { Page } from './page.js';
import type { PaymentRecord } from './store.js';

// Told to whoever frames it: neither word is a secret, and which page that is the gateway need not know.
const tell = (type: string): string => `parent.postMessage({source:'altapay-frame',type:'${type}'},'*');`;
const HEIGHT = `
new ResizeObserver(()=>parent.postMessage({source:'altapay-frame',type:'height',height:document.body.scrollHeight},'*')).observe(document.body);
`;

/** The gateway's card form as another page may show it in a frame. */
export function framePage(payment: PaymentRecord, handOff: SandboxHandOff | undefined): Page {
  const total = `${payment.amount.value.toFixed(2)} ${payment.amount.currency}`;
  return {
    title: 'Card details',
    framing: handOff === 'embeddedRefused' ? 'refused' : 'allowed',
    script: DECLINE_SCRIPT + (handOff === 'embeddedSilent' ? '' : tell('ready') + HEIGHT),
    style: 'body{min-height:0;background:var(--paper)}',
    body: html`<form method="post">
      ${CARD_FORM}
      <button class="main" name="action" value="approve">Pay ${total}</button>
      <button name="action" value="cancel">Cancel</button>
    </form>`,
  };
}

/** What stands in the frame when the payer has answered. */
export function frameEndPage(title: string, type: 'completed' | 'cancelled'): Page {
  return {
    title,
    framing: 'allowed',
    script: tell(type) + HEIGHT,
    style: 'body{min-height:0;background:var(--paper)}',
    body: html`<p>${title}</p>`,
  };
}
