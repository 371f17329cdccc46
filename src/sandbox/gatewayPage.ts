import { html } from 'hono/html';
import type { SandboxMethod } from './methods.js';
import type { Page } from './page.js';
import type { PaymentRecord, SessionRecord } from './store.js';

export type GatewayView = {
  readonly merchantName: string;
  readonly session: SessionRecord;
  readonly payment: PaymentRecord;
  readonly method: SandboxMethod | undefined;
  /** Names this showing of the page, so that its goodbye closes it and no other. */
  readonly view: string;
};

// Inputs without a name are never sent: not even a test card's number reaches the server.
export const CARD_FORM = html`<label
    >Card number<input data-card inputmode="numeric" autocomplete="off" value="4111 1111 1111 1111"
  /></label>
  <div class="pair">
    <label>Expires<input inputmode="numeric" autocomplete="off" value="12/30" /></label>
    <label>Security code<input inputmode="numeric" autocomplete="off" value="123" /></label>
  </div>`;

/** A page come back from the back/forward cache has said goodbye already: it has to be opened anew. */
const SCRIPT = `
addEventListener('pagehide',()=>{
const view=document.querySelector('[name=view]').value;
navigator.sendBeacon(location.href,new URLSearchParams({action:'hide',view}))
});
addEventListener('pageshow',event=>{if(event.persisted)location.reload()})
`;

/** Test data: this number is declined. It is looked at on the page, for no number ever leaves it. */
const DECLINED_CARD = '4000000000000002';
export const DECLINE_SCRIPT = `
addEventListener('submit',({submitter})=>{
const number=document.querySelector('[data-card]')?.value.replace(/\\D/g,'');
if(number==='${DECLINED_CARD}'&&submitter.value==='approve')submitter.value='decline'
});
`;

/** The page on which the payer approves, declines, cancels, or leaves: a card form for cards, a button otherwise. */
export function gatewayPage({ merchantName, session, payment, method, view }: GatewayView): Page {
  const { orderId } = session.body.order;
  const total = `${payment.amount.value.toFixed(2)} ${payment.amount.currency}`;
  const isCard = method?.type === 'CARD';
  const name = method?.name ?? payment.methodId;
  return {
    title: `Pay ${merchantName}`,
    script: SCRIPT + DECLINE_SCRIPT,
    body: html`<p class="quiet">Sandbox gateway – no money moves</p>
      <div class="card">
        <h1>Pay <bdi>${merchantName}</bdi> with ${name}</h1>
        <p class="amount">${total}</p>
        <p class="quiet">Order <bdi>${orderId}</bdi></p>
        <form method="post">
          <input type="hidden" name="view" value="${view}" />
          ${isCard ? CARD_FORM : ''}
          <button class="main" name="action" value="approve">
            ${isCard ? `Pay ${total}` : `Approve in ${name}`}
          </button>
          <button name="action" value="decline">Decline</button>
          <button name="action" value="cancel">Cancel</button>
          <button name="action" value="leave">Leave without an answer</button>
        </form>
      </div>`,
  };
}
