import { html } from 'hono/html';
import { type FixtureName } from './fixtures.js';
import type { Fault } from './fault.js';
import { renderPage } from './page.js';

/** The status page's script, below `readAsset`'s folder. */
export const statusScript = 'status.js';

const FIXTURES: readonly (readonly [FixtureName, string])[] = [
  ['open', 'Open, as a payer first meets it'],
  ['processing', 'A payment under way'],
  ['paid', 'Paid'],
  ['expired', 'Run out'],
  ['cancelled', 'Cancelled'],
  ['noMethods', 'No way to pay'],
  ['oneMethod', 'One way to pay'],
  ['thirtyMethods', 'Thirty ways to pay'],
  ['rightToLeft', 'Right-to-left names'],
  ['hostileNames', 'Hostile names'],
];

const ACTIVATION = 'POST /session/*/activation';
const FAULTS: readonly (readonly [Fault, string])[] = [
  [{ match: 'POST /payment', kind: 'killAfterBody' }, 'Payment: created, but its answer is lost'],
  [{ match: 'POST /payment', kind: 'status', status: 503 }, 'Payment: 503, not created'],
  [{ match: 'POST /payment', kind: 'status', status: 429, retryAfter: 5 }, 'Payment: 429, busy for 5 s'],
  [{ match: 'POST /payment', kind: 'noHeaders' }, 'Payment: never answered'],
  [{ match: ACTIVATION, kind: 'status', status: 500 }, 'Opening the link: 500'],
  [{ match: ACTIVATION, kind: 'noHeaders' }, 'Opening the link: never answered'],
  [{ match: ACTIVATION, kind: 'html' }, 'Opening the link: a Wi-Fi’s sign-in page'],
  [{ match: ACTIVATION, kind: 'truncate' }, 'Opening the link: half an answer'],
  [{ match: 'GET /session/*', kind: 'status', status: 503 }, 'Asking for the session: 503'],
];

const STYLE = `
main{max-width:76rem}
h1{font-size:1.5rem}h2{font-size:1.125rem;margin:0 0 .5rem}h3{font-size:1rem;margin:0}
a{color:inherit}
.columns{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
.card{margin:0;overflow-x:clip}
@media(min-width:60rem){.columns{grid-template-columns:minmax(0,2fr) minmax(0,1fr);align-items:start}}
.stack{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
.row{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin-block:.5rem}
.row button{width:auto;margin:0}
ul{list-style:none;margin:0;padding:0}
li+li{border-top:1px solid var(--edge);margin-top:.75rem;padding-top:.75rem}
select{display:block;width:100%;min-height:2.75rem;margin-top:.25rem;padding:.5rem;font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--edge);border-radius:.5rem}
.badge{font-size:.8125rem;font-weight:600;padding:.125rem .5rem;border:1px solid var(--edge);border-radius:1rem}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:.875rem}
th,td{text-align:start;padding:.375rem .5rem;border-bottom:1px solid var(--edge);vertical-align:top;overflow-wrap:anywhere}
th{font-weight:600;white-space:nowrap}
summary{cursor:pointer;min-height:2.75rem;align-content:center}
img{display:block;width:12rem;max-width:100%;height:auto;background:#fff;border-radius:.5rem}
[role=status]:empty,[role=alert]:empty{display:none}
[role=status],[role=alert]{position:sticky;top:.5rem;z-index:1;border:1px solid var(--act);background:var(--paper);border-radius:.5rem;padding:.5rem .75rem}
`;

type Shell = { readonly hasScript: boolean };

/** The page at `/__sandbox`: its headings, forms and empty lists. The script fills the lists, and keeps them so. */
export function renderStatusPage({ hasScript }: Shell): Promise<Response> {
  const body = html`<h1>Sandbox Checkout</h1>
    <p class="quiet">No money moves. API: <code id="api"></code></p>
    <noscript><p>This page needs JavaScript.</p></noscript>
    ${hasScript ? '' : html`<p>The sandbox was started without its script (option readAsset).</p>`}
    <p role="status" id="said"></p>
    <p role="alert" id="failed"></p>
    ${renderColumns()}`;
  const script = hasScript ? { scriptFile: `/checkout/assets/${statusScript}` } : {};
  return renderPage({ title: 'Sandbox Checkout', body, style: STYLE, ...script });
}

function renderColumns() {
  return html`<div class="columns">
    <section class="card" aria-labelledby="sessions-title">
      <h2 id="sessions-title">Sessions</h2>
      <p class="quiet" id="no-sessions">None yet. Make a link, or let your server ask for one.</p>
      <ul id="sessions"></ul>
    </section>
    <div class="stack">
      <form class="card" id="make-link">
        <h2>Make a link</h2>
        <label
          >What it is like<select name="fixture">
            ${renderOptions(FIXTURES)}
          </select></label
        >
        <label
          >Your payment page, or nothing for Checkout’s own<input
            name="url"
            type="url"
            inputmode="url"
            autocomplete="off"
        /></label>
        <button class="main">Make the link</button>
      </form>
      <section class="card" aria-labelledby="clock-title">
        <h2 id="clock-title">Clock</h2>
        <p id="clock"></p>
        <div class="row" id="advance">
          <button value="1">+ 1 minute</button>
          <button value="10">+ 10 minutes</button>
          <button value="1440">+ 1 day</button>
          <button value="20160">+ 14 days</button>
        </div>
      </section>
      ${renderFaults()}
      <section class="card" aria-labelledby="reset-title">
        <h2 id="reset-title">Start afresh</h2>
        <p class="quiet">Forgets sessions, links, payments, faults and advanced minutes.</p>
        <button id="reset">Forget everything</button>
      </section>
    </div>
    ${renderTable('callbacks', 'Callbacks sent', ['When', 'Order', 'What', 'Answer', 'To'])}
    ${renderTable('requests', 'Requests', ['When', 'Request', 'Answer'])}
  </div>`;
}

function renderFaults() {
  return html`<section class="card" aria-labelledby="faults-title">
    <h2 id="faults-title">Faults</h2>
    <ul id="faults"></ul>
    <form id="add-fault">
      <label
        >What fails<select name="fault">
          ${renderOptions(FAULTS)}
        </select></label
      >
      <label
        >How often<select name="times">
          <option value="1">once</option>
          <option value="3">three times</option>
          <option value='"always"'>until switched off</option>
        </select></label
      >
      <button>Switch on</button>
    </form>
    <button id="clear-faults">Switch all off</button>
  </section>`;
}

function renderOptions(pairs: readonly (readonly [unknown, string])[]) {
  return pairs.map(
    ([value, label]) =>
      html`<option value="${typeof value === 'string' ? value : JSON.stringify(value)}">${label}</option>`,
  );
}

function renderTable(id: string, title: string, columns: readonly string[]) {
  return html`<section class="card scroll" aria-labelledby="${id}-title" tabindex="0">
    <h2 id="${id}-title">${title}</h2>
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody id="${id}"></tbody>
    </table>
  </section>`;
}
