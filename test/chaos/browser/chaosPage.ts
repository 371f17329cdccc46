import type { ShopSetting } from '../../e2e/support/startShop.js';
import { strictPolicy } from '../../e2e/support/strictPolicy.js';
import type { Screen } from '../expectInvariants.js';

/** What one document of a payment page shows, keeps and has told. */
export type Look = {
  /** The document's own: what it has told is over with it. */
  readonly id: string;
  readonly told: readonly string[];
  readonly screen: Screen;
  readonly texts: readonly string[];
  readonly addresses: readonly string[];
  readonly nodes: number;
};

/** What the page lets a test do; a press answers how many confirmations it was. */
export type ChaosPage = {
  look(): Look;
  choose(method: number): void;
  /** Chooses the first method where none is chosen. */
  pay(presses: number): number;
  act(): number;
  refresh(): void;
  wake(): void;
  openLink(fragment: string): void;
  destroy(): void;
};

/** Serves a payment page that is driven by `globalThis.chaos`, and a page to go away to. */
export function serveChaosPage(options: object): NonNullable<ShopSetting['serve']> {
  return (request, apiUrl) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/chaos.js') return answer('text/javascript', SCRIPT);
    if (pathname === '/away') return answer('text/html', '<!doctype html><title>Away</title><p>Away</p>');
    if (pathname !== '/pay') return undefined;
    const all = JSON.stringify({ apiUrl, container: '#payment', merchantName: 'Havn Coffee', ...options });
    return answer(
      'text/html',
      `<!doctype html>
<html lang="en" data-options="${all.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">
  <head>
    <meta name="viewport" content="width=device-width" />
    <title>Payment</title>
    <script src="/sdk/altapay.min.js" defer></script>
    <script src="/chaos.js" defer></script>
  </head>
  <body><h1>Payment</h1><main id="payment"></main></body>
</html>`,
    );
  };
}

const answer = (type: string, body: string): Response =>
  new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': strictPolicy({ connect: '*', image: '*' }),
    },
  });

const SCRIPT = `'use strict';
const told = [];
const errors = [];
const id = crypto.randomUUID();
const container = document.querySelector('#payment');
const root = () => container.firstElementChild?.shadowRoot ?? undefined;
const button = () => root()?.querySelector('[part~="pay-button"]') ?? undefined;
const isPayable = () => button()?.getAttribute('aria-disabled') === 'false' && !button().hasAttribute('hidden');
let session;
const hear = (error) => void errors.push(String(error), JSON.stringify(error), String(error?.stack), String(error?.cause));
AltaPay.initFromQR({
  ...JSON.parse(document.documentElement.dataset.options),
  onStateChange: ({ name }, own) => {
    session = own;
    told.push('state:' + name);
  },
  onPaymentInitiated: () => void told.push('paymentinitiated'),
  onFailure: (error) => {
    told.push('failure:' + error.code);
    hear(error);
  },
}).then((own) => (session = own), hear);

globalThis.chaos = {
  look: () => ({
    id,
    told,
    screen: {
      state: session?.state.name,
      payable: isPayable(),
      payButton: button()?.textContent ?? '',
      total: root()?.querySelector('[part=total] > bdi')?.textContent ?? '',
    },
    texts: [container.outerHTML, root()?.innerHTML ?? '', ...errors],
    addresses: [location.href, JSON.stringify(history.state), document.cookie]
      .concat(JSON.stringify(localStorage), JSON.stringify(sessionStorage)),
    nodes: container.childElementCount,
  }),
  choose(method) {
    const radios = [...(root()?.querySelectorAll('fieldset:not([disabled]) input') ?? [])];
    radios.at(method % Math.max(1, radios.length))?.click();
  },
  pay(presses) {
    let confirmations = 0;
    if (!root()?.querySelector('input:checked')) globalThis.chaos.choose(0);
    for (let press = 0; press < presses; press++) {
      if (isPayable()) confirmations++;
      button()?.click();
    }
    return confirmations;
  },
  act() {
    const way = root()?.querySelector('[part=notice]:not([hidden]) button:not([hidden])');
    const state = session?.state;
    way?.click();
    return way && state?.name === 'unclear' && state.retry === 'offered' ? 1 : 0;
  },
  refresh: () => void session?.refresh().catch(hear),
  wake: () => void document.dispatchEvent(new Event('visibilitychange')),
  openLink: (fragment) => void (location.hash = fragment),
  destroy: () => session?.destroy(),
};
`;
