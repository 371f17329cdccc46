// @vitest-environment node
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSandbox, sandboxCallbackSecret } from '../../src/sandbox/index.js';
import { order } from './checkoutClient.js';
import { callbacks, type Call, FAILURE, NOTIFICATION, startShop, SUCCESS } from './startShop.js';

const fieldsOf = (call: Call | undefined) => Object.fromEntries(new URLSearchParams(call?.body));

describe('callbacks', () => {
  it('tell the server first and then ask for the payer’s page', async () => {
    const { calls, createSession, press, startPayment } = await startShop();
    const page = await press(await startPayment(await createSession({ order, callbacks })), 'approve');
    expect(calls.map(({ url }) => url)).toEqual([NOTIFICATION, SUCCESS]);
    expect([page.status, page.headers.get('Content-Type'), await page.text()]).toEqual([
      200,
      'text/html',
      '<p>Thank you</p>',
    ]);
    expect(fieldsOf(calls[1])).toMatchObject({
      shop_orderid: order.orderId,
      amount: '249.50',
      currency: 'DKK',
      type: 'payment',
      status: 'succeeded',
      error_message: '',
      merchant_error_message: '',
      cardholder_message_must_be_shown: 'false',
    });
  });

  it.each([
    ['decline', 'declined', 'true'],
    ['cancel', 'cancelled', 'false'],
  ])('after %s go to failure with status %s', async (action, status, shown) => {
    const { calls, createSession, press, startPayment } = await startShop();
    await press(await startPayment(await createSession({ order, callbacks })), action);
    expect(calls.map(({ url }) => url)).toEqual([NOTIFICATION, FAILURE]);
    expect(fieldsOf(calls[1])).toMatchObject({ status, cardholder_message_must_be_shown: shown });
    expect(fieldsOf(calls[1]).error_message).not.toBe('');
  });

  it('carry a signature that the shop can verify, on the real clock', async () => {
    const { calls, createSession, press, sandbox, startPayment, time } = await startShop();
    const sessionId = await createSession({ order, callbacks });
    const url = await startPayment(sessionId);
    sandbox.advance(60);
    await press(url, 'approve');
    for (const { body, signature } of calls) {
      const [, timestamp, hex] = /^t=(\d+);s0=([0-9a-f]{64})$/.exec(signature)!;
      expect(Number(timestamp)).toBe(time.now / 1000);
      expect(hex).toBe(
        createHmac('sha256', sandboxCallbackSecret).update(`${body}.${timestamp}`).digest('hex'),
      );
    }
    expect(calls).toHaveLength(2);
  });

  it('hold XML, or JSON where the session says so', async () => {
    const { calls, createSession, press, startPayment } = await startShop();
    const hostile = { ...order, orderId: `A<&>"'1`, transactionInfo: { till: '7' } };
    await press(await startPayment(await createSession({ order: hostile, callbacks })), 'approve');
    const xml = fieldsOf(calls[1]);
    expect(xml.xml).toMatch(
      /^<\?xml version="1\.0"\?><APIResponse .*<Result>Success<\/Result>.*<\/APIResponse>$/s,
    );
    expect(xml.xml).toContain('<ShopOrderId>A&lt;&amp;&gt;&quot;&#39;1</ShopOrderId>');
    expect(xml['transaction_info[till]']).toBe('7');
    expect(xml.json).toBeUndefined();

    const sessionId = await createSession({ order, callbacks: { ...callbacks, bodyFormat: 'JSON' } });
    await press(await startPayment(sessionId), 'decline');
    const json = fieldsOf(calls[3]);
    expect(json.xml).toBeUndefined();
    expect(JSON.parse(json.json!)).toMatchObject({
      paymentId: json.payment_id,
      sessionId,
      status: 'DECLINED',
      requiresCapture: false,
      customerMessageMustBeShown: true,
      order: { orderId: order.orderId, amount: 249.5, currency: 'DKK' },
      cardInformation: { lastFourDigits: '1111' },
    });
  });

  it('hand a redirect on to the payer instead of following it', async () => {
    const { calls, createSession, press, startPayment } = await startShop(
      () => new Response(null, { status: 302, headers: { Location: '/thanks?order=1' } }),
    );
    const page = await press(await startPayment(await createSession({ order, callbacks })), 'approve');
    expect([page.status, page.headers.get('Location')]).toEqual([303, 'https://shop.test/thanks?order=1']);
    expect(calls.map(({ redirect }) => redirect)).toEqual(['manual', 'manual']);
  });

  it.each([
    [
      'is not there',
      () => {
        throw new TypeError('fetch failed');
      },
      0,
    ],
    ['fails', () => new Response('secret stack trace', { status: 500 }), 500],
  ])('leave the payer with a plain page when the shop %s', async (_what, answer, status) => {
    const { createSession, press, sandbox, startPayment, statusOf } = await startShop(answer);
    const sessionId = await createSession({ order, callbacks });
    const page = await press(await startPayment(sessionId), 'approve');
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain('Paid');
    expect(text).not.toContain('secret');
    expect(await statusOf(sessionId)).toBe('PAID');
    expect(sandbox.ledger().callbacks).toMatchObject([
      { kind: 'notification', status },
      { kind: 'success', status },
    ]);
  });

  it('are sent once when the button is pressed twice, and both presses get the shop’s page', async () => {
    const { calls, createSession, press, startPayment } = await startShop();
    const url = await startPayment(await createSession({ order, callbacks }));
    const pages = await Promise.all([press(url, 'approve'), press(url, 'approve')]);
    for (const page of pages) expect(await page.text()).toBe('<p>Thank you</p>');
    expect(calls).toHaveLength(2);
  });

  it('of type FUNCTION are the page’s own business', async () => {
    const { calls, createSession, press, startPayment } = await startShop();
    const success = { type: 'FUNCTION', value: 'onPaid' };
    await press(await startPayment(await createSession({ order, callbacks: { success } })), 'approve');
    expect(calls).toEqual([]);
  });

  it('are not signed with a short secret', () => {
    expect(() => createSandbox({ callbackSecret: 'short' })).toThrow(/16 characters/);
    expect(sandboxCallbackSecret.length).toBeGreaterThanOrEqual(32);
  });
});
