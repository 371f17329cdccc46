import { createShop } from '../../../examples/shop/createShop.mjs';
import type { Order } from '../../../examples/shop/orders.mjs';
import { parseBasket } from '../../../examples/shop/parseBasket.mjs';
import { readSdkFile } from '../../../examples/shop/readSdkFile.mjs';
import {
  createSandbox,
  defaultMethods,
  sandboxCallbackSecret,
  type Sandbox,
  type SandboxMethod,
} from '../../../src/sandbox/index.js';
import { createGate, type Gate } from './createGate.js';
import { startServer } from './startServer.js';

/** The shop and its Checkout, each on a server of its own. */
export type RunningShop = {
  readonly shopUrl: string;
  readonly checkoutUrl: string;
  readonly apiUrl: string;
  readonly sandbox: Sandbox;
  readonly orders: ReturnType<typeof createShop>['orders'];
  /** Makes an order of 366.00 DKK and its payment link without the shop's pages. */
  requestLink(options?: LinkOptions): Promise<{ order: Order; link: string }>;
  /** Makes a further link for an order. */
  requestLinkFor(order: Order): Promise<string>;
  /**
   * The address of the shop's payment page as a server makes it that holds a token already.
   *
   * @param mark - Where session and token stand: `#` in the fragment (default), `&` in the query.
   */
  requestTokenLink(mark?: '#' | '&'): Promise<{ url: string; order: Order; token: string }>;
  /** Everything that has reached either server, in order; a request that is held counts. */
  readonly arrivals: readonly Arrival[];
  /** Keeps requests that reach either server waiting, by method and path, e.g. `POST /checkout/v1/api/payment`. */
  holdRequests(pattern: RegExp): Gate;
  close(): Promise<void>;
};

/** A request as its server sees it. */
export type Arrival = { readonly method: string; readonly url: URL; readonly headers: Headers };

export type LinkOptions = {
  readonly basket?: Readonly<Record<string, string>>;
  /** `false`: a link to Checkout's own payment page. Default `true`. */
  readonly ownPage?: boolean;
  /** Our page shows the gateway's form in a frame. Default `false`. */
  readonly framed?: boolean;
};

const BASKET = { currency: 'DKK', language: 'en', beans: '2', mug: '1' };

export type ShopSetting = {
  /**
   * Serve both over https. They then reach each other within the process, for neither would trust the other's certificate.
   * Default `false`.
   */
  readonly tls?: boolean;
  /** The ways to pay. Default: the sandbox's own. */
  readonly methods?: readonly SandboxMethod[];
  /** Answers in the shop's place, e.g. with another payment page; `undefined` leaves the request to the shop. */
  readonly serve?: (request: Request, apiUrl: string) => Response | undefined;
  /** The sandbox's. Default: this machine's. */
  readonly clock?: () => number;
  /** Stands around both servers, e.g. to watch their pages. */
  readonly around?: (request: Request, answer: () => Promise<Response>) => Promise<Response>;
};

/** Starts the shop and a sandbox Checkout as `npm start` does, on free ports. */
export async function startShop({
  tls = false,
  methods = defaultMethods,
  serve,
  around = (_, answer) => answer(),
  clock,
}: ShopSetting = {}): Promise<RunningShop> {
  const gates: Gate[] = [];
  const arrivals: Arrival[] = [];
  const admit = async (request: Request, answer: () => Promise<Response>): Promise<Response> => {
    const { method, url, headers } = request;
    arrivals.push({ method, url: new URL(url), headers });
    for (const gate of gates) await gate.pass(request);
    return around(request, answer);
  };
  const checkoutServer = await startServer((request) => admit(request, async () => sandbox.fetch(request)), {
    tls,
  });
  const shopServer = await startServer(
    (request) => admit(request, async () => serve?.(request, apiUrl) ?? shop.fetch(request)),
    { tls },
  );
  const apiUrl = `${checkoutServer.origin}/checkout/v1/api`;

  const sandbox = createSandbox({
    publicUrl: checkoutServer.origin,
    merchant: { name: 'Havn Coffee' },
    methods,
    readAsset: readSdkFile,
    ...(clock && { clock }),
    ...(tls ? { sendCallback: (input, init) => shop.fetch(new Request(input, init)) } : {}),
  });
  const shop = createShop({
    apiUrl,
    credentials: { username: 'sandbox', password: 'sandbox' },
    shopUrl: shopServer.origin,
    callbackSecrets: [sandboxCallbackSecret],
    readSdkFile,
    ...(tls
      ? {
          fetch: (input: string | URL | Request, init?: RequestInit) =>
            sandbox.fetch(new Request(input, init)),
        }
      : {}),
  });

  const requestLink: RunningShop['requestLink'] = async ({
    basket = {},
    ownPage = true,
    framed = false,
  } = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...BASKET, ...basket })) form.set(name, value);
    const parsed = parseBasket(form);
    if ('problem' in parsed) throw new Error(parsed.problem);
    const order = shop.orders.create(parsed.basket);
    return {
      order,
      link: (await shop.requestLink(order, { ownPage, ...(framed && { variant: 'framed' }) })).url,
    };
  };

  return {
    shopUrl: shopServer.origin,
    checkoutUrl: checkoutServer.origin,
    apiUrl,
    sandbox,
    orders: shop.orders,
    requestLink,
    async requestTokenLink(mark = '#') {
      const { order } = await requestLink();
      const authorization = `Basic ${btoa('sandbox:sandbox')}`;
      const response = await sandbox.fetch(
        new Request(`${apiUrl}/authenticate`, { method: 'POST', headers: { authorization } }),
      );
      const { token } = (await response.json()) as { token: string };
      const ids = new URLSearchParams({ sessionId: order.sessionId ?? '', token });
      return { order, token, url: `${shopServer.origin}/pay?lang=en${mark}${ids.toString()}` };
    },
    requestLinkFor: async (order) => (await shop.requestLink(order, { ownPage: true })).url,
    arrivals,
    holdRequests(pattern) {
      const gate = createGate(pattern);
      gates.push(gate);
      return gate;
    },
    async close() {
      gates.forEach((gate) => gate.open());
      await Promise.all([shopServer.close(), checkoutServer.close()]);
    },
  };
}
