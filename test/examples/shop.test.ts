// @vitest-environment node
import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createLinkDesk } from '../../examples/shop/createLinkDesk.mjs';
import { createShop } from '../../examples/shop/createShop.mjs';
import { listen } from '../../examples/shop/listen.mjs';
import type { Order } from '../../examples/shop/orders.mjs';
import { readSettings } from '../../examples/shop/readSettings.mjs';
import { createSandbox } from '../../src/sandbox/index.js';

const shopUrl = 'http://127.0.0.1:4170';
const checkoutUrl = 'http://127.0.0.1:4171';
const apiUrl = `${checkoutUrl}/checkout/v1/api`;
const credentials = { username: 'sandbox', password: 'sandbox' };
const secret = 'a-callback-secret-of-more-than-32-characters';
const basket = { currency: 'DKK', language: 'da', beans: '2', mug: '1', customerName: 'Anna <b>Berg</b>' };

/** Shop and Checkout in one process, each reaching the other by its fetch handler. */
function openShop(options: { password?: string } = {}) {
  const sandbox = createSandbox({
    publicUrl: checkoutUrl,
    callbackSecret: secret,
    sendCallback: (input, init) => shop.fetch(new Request(input, init)),
  });
  const shop = createShop({
    apiUrl,
    credentials: { ...credentials, ...options },
    shopUrl,
    callbackSecrets: [secret],
    readSdkFile: (name) =>
      Promise.resolve(name === 'altapay.min.js' ? new TextEncoder().encode('// the SDK') : undefined),
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
  });

  const get = (path: string) => shop.fetch(new Request(`${shopUrl}${path}`));
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    shop.fetch(
      new Request(`${shopUrl}${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: shopUrl, ...headers },
      }),
    );
  const callBack = (kind: string, fields: Record<string, string>, sign = toSignature) => {
    const body = new URLSearchParams(fields).toString();
    return shop.fetch(
      new Request(`${shopUrl}/callbacks/${kind}`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'altapay-signature': sign(body),
        },
      }),
    );
  };
  const makeOrder = async (): Promise<Order> => {
    const response = await post('/orders', basket);
    const id = response.headers.get('location')?.split('/').pop();
    const order = shop.orders.find(id ?? '');
    if (!order) throw new Error(`No order was made: ${response.status}`);
    return order;
  };
  return { shop, sandbox, get, post, callBack, makeOrder };
}

function toSignature(body: string, { key = secret, at = Date.now() } = {}): string {
  const timestamp = String(Math.floor(at / 1000));
  return `t=${timestamp};s0=${createHmac('sha256', key).update(`${body}.${timestamp}`).digest('hex')}`;
}

function toPayment(order: Order, changes: Record<string, string> = {}): Record<string, string> {
  return {
    shop_orderid: order.id,
    amount: (order.total / 100).toFixed(2),
    currency: order.currency,
    payment_id: 'payment-1',
    status: 'succeeded',
    ...changes,
  };
}

/** Pays as a payer does, from the payment link on; answers where the payer ends up. */
async function pay(sandbox: ReturnType<typeof createSandbox>, link: string, action: string): Promise<string> {
  const [sessionId, linkId] = new URL(link).pathname.split('/').slice(-2) as [string, string];
  const ask = async (path: string, init: RequestInit): Promise<Record<string, string>> => {
    const response = await sandbox.fetch(new Request(`${apiUrl}${path}`, { method: 'POST', ...init }));
    return (await response.json()) as Record<string, string>;
  };
  const { token } = await ask(`/session/${sessionId}/activation`, { body: new URLSearchParams({ linkId }) });
  const { url } = await ask('/payment', {
    body: JSON.stringify({ paymentMethodId: 'mobilepay', sessionId }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  const answer = await sandbox.fetch(
    new Request(url ?? '', { method: 'POST', body: new URLSearchParams({ action }) }),
  );
  return answer.headers.get('location') ?? '';
}

describe('from an order to a payment', () => {
  it('makes an order whose lines add up to its total, tax and delivery included', async () => {
    const { makeOrder, get } = openShop();
    const order = await makeOrder();

    expect(order.total).toBe(2 * 8900 + 14900 + 3900);
    const page = await (await get(`/orders/${order.id}`)).text();
    expect(page).toContain('DKK&nbsp;366.00'.replace('&nbsp;', '\u00a0'));
    expect(page).toContain('Anna &lt;b&gt;Berg&lt;/b&gt;');
    expect(page).not.toContain('<b>Berg</b>');
  });

  it('gets a payment link with its QR image, and is paid when the payer approves', async () => {
    const { makeOrder, post, get, sandbox } = openShop();
    const order = await makeOrder();

    expect((await post(`/orders/${order.id}/link`, { page: 'own' })).status).toBe(303);
    expect(order.state).toBe('waiting');
    const link = order.link?.url ?? '';
    expect(await (await get(`/orders/${order.id}`)).text()).toContain(`value="${link}"`);
    const image = await get(`/orders/${order.id}/qr.png`);
    expect([...new Uint8Array(await image.arrayBuffer()).slice(1, 4)]).toEqual([...Buffer.from('PNG')]);

    const opened = await sandbox.fetch(new Request(link));
    expect(opened.headers.get('location')).toContain(`${shopUrl}/pay?lang=da#sessionId=`);

    const backAt = await pay(sandbox, link, 'approve');
    expect(order.state).toBe('paid');
    expect(sandbox.ledger().paymentsFinalised).toBe(1);
    const thanks = await (await get(backAt.replace(shopUrl, ''))).text();
    expect(thanks).toContain('Din ordre er betalt');
    expect(thanks).toContain(order.id);
  });

  it('says what happened after a decline, and the same link can still be paid', async () => {
    const { makeOrder, shop, get, sandbox } = openShop();
    const order = await makeOrder();
    const { url } = await shop.requestLink(order, { ownPage: true });

    const backAt = await pay(sandbox, url, 'decline');
    const page = await (await get(backAt.replace(shopUrl, ''))).text();
    expect(order.state).toBe('waiting');
    expect(page).toContain('Betalingen gik ikke igennem');
    expect(page).toContain(`href="${url}"`);

    await pay(sandbox, url, 'approve');
    expect(order.state).toBe('paid');
  });

  it('keeps to one session however many links an order gets, also when asked twice at once', async () => {
    const { makeOrder, shop, sandbox } = openShop();
    const order = await makeOrder();
    const [first, again] = await Promise.all([
      shop.requestLink(order, { ownPage: true }),
      shop.requestLink(order, { ownPage: true }),
    ]);
    expect(again).toBe(first);

    const { sessionId } = order;
    const other = await shop.requestLink(order, { ownPage: false });
    expect(other.url).not.toBe(first.url);
    expect(order.sessionId).toBe(sessionId);
    expect(sandbox.ledger().requests.filter(({ path }) => path.endsWith('/session'))).toHaveLength(1);
  });

  it('says on the order page why Checkout gave no link', async () => {
    const { makeOrder, post } = openShop({ password: 'wrong' });
    const order = await makeOrder();
    const response = await post(`/orders/${order.id}/link`, { page: 'own' });
    expect(response.status).toBe(502);
    expect(await response.text()).toContain('Checkout could not authenticate: 401');
    expect(order.state).toBe('new');
  });

  it('refuses a form that another site has sent', async () => {
    const { shop, post } = openShop();
    expect((await post('/orders', basket, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect(shop.orders.newestFirst()).toEqual([]);
  });

  it('takes no order it could not deliver', async () => {
    const { shop, post } = openShop();
    const none = { beans: '0', mug: '0', dripper: '0' };
    for (const wrong of [
      { currency: 'XXX' },
      { language: '__proto__' },
      { beans: '-1' },
      { beans: '1.5' },
      none,
    ]) {
      expect((await post('/orders', { ...basket, ...wrong })).status).toBe(422);
    }
    expect(shop.orders.newestFirst()).toEqual([]);
  });
});

describe('callbacks', () => {
  it.each([
    ['another key', (body: string) => toSignature(body, { key: 'not the key that both sides share' })],
    ['another body', () => toSignature('shop_orderid=other')],
    ['six minutes old', (body: string) => toSignature(body, { at: Date.now() - 6 * 60_000 })],
    ['no signature', () => ''],
  ])('does not believe a signature: %s', async (_, sign) => {
    const { makeOrder, callBack } = openShop();
    const order = await makeOrder();
    for (const kind of ['notification', 'success', 'failure']) {
      expect((await callBack(kind, toPayment(order), sign)).status).toBe(401);
    }
    expect(order.state).toBe('new');
  });

  it.each([
    ['amount', { amount: '1.00' }],
    ['amount with more decimals', { amount: '366.005' }],
    ['currency', { currency: 'SEK' }],
  ])('refuses another %s, once for the record', async (_, changes) => {
    const { makeOrder, callBack, get } = openShop();
    const order = await makeOrder();
    const payment = toPayment(order, changes);

    expect((await callBack('notification', payment)).status).toBe(422);
    const backAt = (await callBack('success', payment)).headers.get('location') ?? '';
    expect(order.state).toBe('new');
    expect(order.events.filter(({ text }) => text.includes('refused'))).toHaveLength(1);
    expect(await (await get(backAt)).text()).toContain('Vi venter på bekræftelsen');
  });

  it('takes the currency by its number too (ISO 4217)', async () => {
    const { makeOrder, callBack } = openShop();
    const order = await makeOrder();
    await callBack('notification', toPayment(order, { currency: '208' }));
    expect(order.state).toBe('paid');
  });

  it('knows only its own orders', async () => {
    const { makeOrder, callBack } = openShop();
    const payment = toPayment(await makeOrder(), { shop_orderid: 'HC-OTHERS' });
    expect((await callBack('notification', payment)).status).toBe(404);
  });

  it('pays once when told several times, in whatever order', async () => {
    const { makeOrder, callBack } = openShop();
    const order = await makeOrder();
    const answers = await Promise.all(
      ['success', 'notification', 'notification'].map((kind) => callBack(kind, toPayment(order))),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 200, 200]);
    expect(order.events.filter(({ tone }) => tone === 'good')).toHaveLength(1);
  });

  it('asks the merchant to refund a second payment of one order', async () => {
    const { makeOrder, callBack } = openShop();
    const order = await makeOrder();
    await callBack('notification', toPayment(order));
    await callBack('notification', toPayment(order, { payment_id: 'payment-2' }));
    expect(order.paymentId).toBe('payment-1');
    expect(order.events.at(-1)).toMatchObject({ state: 'paid', tone: 'bad' });
    expect(order.events.at(-1)?.text).toContain('Refund payment payment-2');
  });

  it('keeps an order paid when an older failure is told late', async () => {
    const { makeOrder, callBack, get } = openShop();
    const order = await makeOrder();
    await callBack('notification', toPayment(order));
    const late = await callBack('failure', toPayment(order, { payment_id: 'payment-0', status: 'declined' }));
    expect(order.state).toBe('paid');
    expect(await (await get(late.headers.get('location') ?? '')).text()).toContain('Din ordre er betalt');
  });

  it('says of a signed callback that it cannot be read', async () => {
    const { makeOrder, callBack } = openShop();
    const answer = await callBack('notification', toPayment(await makeOrder(), { amount: '366.00 DKK' }));
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('amount')]);
  });
});

describe('live order page', () => {
  it('sends what the page does not have yet, then what happens next', async () => {
    const { makeOrder, callBack, get } = openShop();
    const order = await makeOrder();
    const response = await get(`/orders/${order.id}/events?after=1`);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await callBack('notification', toPayment(order));

    const { value } = await reader.read();
    await reader.cancel();
    const event = new TextDecoder().decode(value);
    expect(event).toContain('id: 2');
    expect(event).toContain('"stateLabel":"Paid"');
    expect(event).not.toContain('Order made');
  });
});

describe('payment page', () => {
  it('lets nothing run but the SDK, and nothing be reached but Checkout', async () => {
    const { get } = openShop();
    const [first, second] = [await get('/pay?lang=sv'), await get('/pay')];
    const policy = first.headers.get('content-security-policy') ?? '';
    const page = await first.text();
    const nonce = /nonce="([^"]+)"/.exec(page)?.[1] ?? 'none';

    expect(page).toContain('<html lang="sv">');
    expect(page).toMatch(/<div id="payment"><\/div>/);
    expect(page).toContain(`data-api-url="${apiUrl}"`);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/ style=|<style| on\w+=/);
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        `script-src 'nonce-${nonce}'`,
        `connect-src ${checkoutUrl}`,
        "frame-ancestors 'none'",
        "trusted-types 'none'",
      ]),
    );
    expect(first.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await second.text()).not.toContain(nonce);
  });

  it('serves the SDK and nothing beside it', async () => {
    const { get } = openShop();
    const script = await get('/sdk/altapay.min.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(await script.text()).toBe('// the SDK');
    expect((await get('/sdk/other.js')).status).toBe(404);
    expect((await get('/assets/../createShop.mjs')).status).toBe(404);
  });

  it('shows an order only to who holds its receipt', async () => {
    const { get, makeOrder } = openShop();
    const order = await makeOrder();
    expect((await get(`/thanks?order=${order.id}&status=success`)).status).toBe(404);
    expect(await (await get(`/thanks?order=${order.receipt}&status=success`)).text()).toContain('Vi venter');
  });
});

describe('the link desk', () => {
  it.each<[string, typeof fetch]>([
    ['authenticate: it does not answer', () => Promise.reject(new TypeError('fetch failed'))],
    ['authenticate: its answer is not JSON', () => Promise.resolve(new Response('<html>'))],
    ['authenticate: 403', () => Promise.resolve(new Response('no', { status: 403 }))],
  ])('tells the merchant which step failed: %s', async (message, ask) => {
    const { shop, makeOrder } = openShop();
    const order = await makeOrder();
    const requestLink = createLinkDesk(shop.orders, { apiUrl, credentials, shopUrl, fetch: ask });
    await expect(requestLink(order, { ownPage: true })).rejects.toThrow(`Checkout could not ${message}`);
    expect(order.link).toBeUndefined();
  });
});

describe('starting', () => {
  const blocker = createServer();
  afterEach(() => new Promise((resolve) => blocker.close(resolve)));

  it('names a taken port and the variable that chooses another', async () => {
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    const start = listen({
      fetch: () => Promise.resolve(new Response()),
      host: '127.0.0.1',
      port,
      variable: 'SANDBOX_PORT',
    });
    await expect(start).rejects.toThrow(new RegExp(`Port ${port} .* is taken .*SANDBOX_PORT=`));
  });

  it('reads its settings, and says which one is wrong', () => {
    expect(readSettings({})).toMatchObject({
      port: 4170,
      sandboxPort: 4171,
      shopUrl: 'http://127.0.0.1:4170',
    });
    expect(readSettings({ HOST: '::1', PORT: '80' }).shopUrl).toBe('http://[::1]:80');
    expect(() => readSettings({ PORT: '70000' })).toThrow('PORT is "70000"');
    expect(() => readSettings({ SANDBOX_PORT: 'x' })).toThrow('SANDBOX_PORT is "x"');
    expect(() => readSettings({ PORT: '4171' })).toThrow('PORT and SANDBOX_PORT are both 4171');
  });
});
