import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isCheckoutError, verifyCallback } from 'altapay-js/server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { etag } from 'hono/etag';
import { applyCallback } from './applyCallback.mjs';
import { createLinkDesk } from './createLinkDesk.mjs';
import { createOrders } from './orders.mjs';
import { orderPage } from './pages/orderPage.mjs';
import { paymentPage } from './pages/paymentPage.mjs';
import { problemPage } from './pages/problemPage.mjs';
import { returnedPage } from './pages/returnedPage.mjs';
import { startPage } from './pages/startPage.mjs';
import { walletPage } from './pages/walletPage.mjs';
import { parseBasket } from './parseBasket.mjs';
import { requestMerchantSession } from './requestMerchantSession.mjs';
import { merchantPageHeaders, paymentPageHeaders, returnedPageHeaders } from './securityHeaders.mjs';
import { toReturnedPayment } from './toReturnedPayment.mjs';
import { streamOrderEvents } from './streamOrderEvents.mjs';

const MAX_BODY_BYTES = 64 * 1024;
const CUP = { name: 'cup.svg', type: 'image/svg+xml' };
const FILES = {
  '/assets/shop.css': { name: 'shop.css', type: 'text/css; charset=utf-8' },
  '/assets/payByWallet.mjs': { name: 'payByWallet.mjs', type: 'text/javascript; charset=utf-8' },
  '/assets/watchOrder.mjs': { name: 'watchOrder.mjs', type: 'text/javascript; charset=utf-8' },
  '/assets/followPayment.mjs': { name: 'followPayment.mjs', type: 'text/javascript; charset=utf-8' },
  '/assets/payInFrame.mjs': { name: 'payInFrame.mjs', type: 'text/javascript; charset=utf-8' },
  '/assets/cup.svg': CUP,
  // What browsers ask for where a page names no icon, as a payer's does not.
  '/favicon.ico': CUP,
};

/**
 * @typedef {object} ShopOptions
 * @property {string} apiUrl  Checkout's API.
 * @property {{ username: string, password: string }} credentials  The merchant's, for that API.
 * @property {string} shopUrl  The origin under which payers and Checkout reach this shop.
 * @property {readonly string[]} callbackSecrets  Keys of the callbacks' signatures; two while they are changed.
 * @property {(name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>} readSdkFile  By name, as in `altapay.min.js`.
 * @property {import('./orders.mjs').Orders} [orders]
 * @property {typeof fetch} [fetch]  How Checkout is asked.
 */

/**
 * The shop: the Merchant Service of AltaPay's payment link flow.
 *
 * @param {ShopOptions} options
 * @returns {{ fetch: (request: Request) => Promise<Response>, orders: import('./orders.mjs').Orders, requestLink: ReturnType<typeof createLinkDesk> }}
 */
export function createShop({ orders = createOrders(), ...options }) {
  const requestLink = createLinkDesk(orders, options);
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
  });
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES }));
  addMerchantPages(app, orders, requestLink);
  addPayerPages(app, orders, options);
  addCallbacks(app, orders, options);
  addFiles(app, options);
  const nothing = problemPage({ title: 'Not found', text: 'There is nothing here.' });
  app.notFound((c) => c.html(nothing, 404, returnedPageHeaders()));
  return { fetch: async (request) => app.fetch(request), orders, requestLink };
}

/**
 * @param {Hono} app
 * @param {import('./orders.mjs').Orders} orders
 * @param {ReturnType<typeof createLinkDesk>} requestLink
 */
function addMerchantPages(app, orders, requestLink) {
  const headers = merchantPageHeaders();
  app.use('/orders/*', csrf());

  app.get('/', (c) => c.html(startPage({ orders: orders.newestFirst() }), 200, headers));

  app.post('/orders', async (c) => {
    const parsed = parseBasket(await c.req.formData());
    if ('problem' in parsed) {
      return c.html(startPage({ orders: orders.newestFirst(), problem: parsed.problem }), 422, headers);
    }
    return c.redirect(`/orders/${orders.create(parsed.basket).id}`, 303);
  });

  app.get('/orders/:id', (c) => {
    const order = orders.find(c.req.param('id'));
    return order ? c.html(orderPage({ order }), 200, headers) : c.notFound();
  });

  app.post('/orders/:id/link', async (c) => {
    const order = orders.find(c.req.param('id'));
    if (!order) return c.notFound();
    if (order.state === 'paid')
      return c.html(orderPage({ order, problem: 'This order is paid.' }), 409, headers);
    const { page } = await c.req.parseBody();
    try {
      const variant = page === 'wallets' || page === 'framed' ? page : undefined;
      await requestLink(order, { ownPage: page !== 'checkout', ...(variant && { variant }) });
    } catch (error) {
      if (!isCheckoutError(error)) throw error;
      return c.html(orderPage({ order, problem: error.message }), 502, headers);
    }
    return c.redirect(`/orders/${order.id}`, 303);
  });

  app.get('/orders/:id/qr.png', (c) => {
    const image = orders.find(c.req.param('id'))?.link?.qrCode;
    return image
      ? c.body(image, 200, { 'content-type': 'image/png', 'cache-control': 'no-store' })
      : c.notFound();
  });

  app.get('/orders/:id/events', (c) => {
    const order = orders.find(c.req.param('id'));
    return order ? streamOrderEvents(c, orders, order) : c.notFound();
  });
}

/**
 * @param {Hono} app
 * @param {import('./orders.mjs').Orders} orders
 * @param {Pick<ShopOptions, 'apiUrl' | 'credentials' | 'fetch' | 'shopUrl'>} options
 */
function addPayerPages(app, orders, options) {
  const { apiUrl, shopUrl } = options;
  const apiOrigin = new URL(apiUrl).origin;

  app.get('/pay', (c) => {
    const nonce = randomBytes(16).toString('base64');
    const { lang: language, variant } = c.req.query();
    const pretendWallets = variant === 'wallets';
    const framed = variant === 'framed';
    const page = pretendWallets
      ? walletPage({ apiUrl, nonce, language })
      : paymentPage({ apiUrl, nonce, framed, language });
    return c.html(page, 200, paymentPageHeaders({ nonce, apiOrigin, framed, asksShop: pretendWallets }));
  });

  // Apple tells the page an address, and wants a merchant session from there that only a merchant's server gets.
  app.post('/wallets/merchant-session', async (c) => {
    const { validationURL } = await c.req.json().catch(() => ({}));
    const answer = await requestMerchantSession(String(validationURL), new URL(shopUrl).hostname, options);
    return answer ? c.json(answer) : c.text('There is no merchant session', 502);
  });

  app.get('/thanks', (c) => {
    const order = orders.findByReceipt(c.req.query('order') ?? '');
    if (!order) return c.notFound();
    const follows = toReturnedPayment(order).status === 'PENDING';
    return c.html(returnedPage({ order }), 200, returnedPageHeaders({ follows }));
  });

  // What the page asks while nothing is known: the order book's word, for whoever has the receipt.
  app.get('/thanks/status', (c) => {
    const order = orders.findByReceipt(c.req.query('order') ?? '');
    if (!order) return c.notFound();
    return c.json(toReturnedPayment(order), 200, { 'cache-control': 'no-store' });
  });
}

/**
 * What Checkout's server posts. `notification` is for the shop alone; the answer to `success` and `failure` goes on to the
 * payer's browser. All three tell the same, and none of them is believed without its signature.
 *
 * @param {Hono} app
 * @param {import('./orders.mjs').Orders} orders
 * @param {Pick<ShopOptions, 'callbackSecrets'>} options
 */
function addCallbacks(app, orders, { callbackSecrets }) {
  app.post('/callbacks/:kind{notification|success|failure}', async (c) => {
    const rawBody = await c.req.arrayBuffer();
    const callback = await verifyCallback(rawBody, c.req.header('AltaPay-Signature'), callbackSecrets).catch(
      (/** @type {unknown} */ error) => {
        if (isCheckoutError(error)) return error;
        throw error;
      },
    );
    if (isCheckoutError(callback)) {
      return c.text(callback.message, callback.code === 'callback_malformed' ? 400 : 401);
    }
    // The shop asks for JSON; nothing but XML would be somebody else's order.
    if (callback.format === 'XML') return c.text('XML is not read here', 400);

    const outcome = applyCallback(orders, callback.payment);
    if (outcome.kind === 'unknownOrder') return c.text('No such order', 404);
    if (c.req.param('kind') !== 'notification')
      return c.redirect(`/thanks?order=${outcome.order.receipt}`, 303);
    return outcome.kind === 'mismatch' ? c.text('Not what was ordered', 422) : c.text('OK');
  });
}

/**
 * @param {Hono} app
 * @param {Pick<ShopOptions, 'readSdkFile'>} options
 */
function addFiles(app, { readSdkFile }) {
  app.use('/assets/*', etag());
  app.use('/sdk/*', etag());

  for (const [path, { name, type }] of Object.entries(FILES)) {
    app.get(path, async (c) => {
      const file = await readFile(new URL(`assets/${name}`, import.meta.url));
      return c.body(new Uint8Array(file), 200, { 'content-type': type, 'cache-control': 'no-cache' });
    });
  }

  app.get('/sdk/:path{.+\\.js}', async (c) => {
    const file = await readSdkFile(c.req.param('path'));
    if (!file) return c.notFound();
    return c.body(file, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });
}
