// @vitest-environment node
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type CheckoutError, verifyCallback } from '../../src/server/index.js';
import { startShop } from '../sandbox/startShop.js';

const secret = 'a callback secret of more than 32 characters';
const older = 'the secret that was in use before this one';
const now = Date.UTC(2026, 0, 1);
const seconds = String(now / 1000);
const payment = {
  paymentId: 'p-1',
  sessionId: 's-1',
  status: 'SUCCEEDED',
  requiresCapture: true,
  customerErrorMessage: '',
  customerMessageMustBeShown: false,
  order: { orderId: 'Å-1', amount: 249.5, currency: 'DKK' },
  cardInformation: { lastFourDigits: '1111' },
};
const body = JSON.stringify(payment);

const hmac = (text: string, key = secret, timestamp = seconds) =>
  createHmac('sha256', key).update(`${text}.${timestamp}`).digest('hex');
const header = (text: string) => `t=${seconds};s0=${hmac(text)}`;
const verify = (text: string, signature: string | null | undefined = header(text), secrets = [secret]) =>
  verifyCallback(text, signature, secrets, { now });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'believed',
    (error: unknown) => (error as CheckoutError).code,
  );

describe('a signature', () => {
  it('is right over the raw bytes, in whatever form they come', async () => {
    const bytes = new TextEncoder().encode(body);
    for (const raw of [body, bytes, bytes.buffer, Buffer.from(body)])
      expect(await codeOf(verifyCallback(raw, header(body), [secret], { now }))).toBe('believed');
    expect(await codeOf(verify(JSON.stringify(payment, null, 1), header(body)))).toBe('signature_wrong');
  });

  it('is compared with a view of a larger buffer by its own bytes alone', async () => {
    const large = Buffer.concat([Buffer.from('before'), Buffer.from(body), Buffer.from('after')]);
    const view = large.subarray(6, 6 + Buffer.byteLength(body));
    expect(await codeOf(verifyCallback(view, header(body), [secret], { now }))).toBe('believed');
  });

  it('may be by either key while keys are changed', async () => {
    const both = `t=${seconds};s0=${hmac(body, older)}; s1=${hmac(body).toUpperCase()}`;
    expect(await codeOf(verify(body, both, [secret]))).toBe('believed');
    expect(await codeOf(verify(body, both, [older]))).toBe('believed');
    expect(await codeOf(verify(body, `t=${seconds};s0=${hmac(body, older)}`, [secret, older]))).toBe(
      'believed',
    );
    expect(await codeOf(verify(body, `t=${seconds};s0=${hmac(body, older)}`, [secret]))).toBe(
      'signature_wrong',
    );
  });

  it.each([
    ['signature_missing', undefined],
    ['signature_missing', null],
    ['signature_missing', ''],
    ['signature_malformed', `s0=${hmac(body)}`],
    ['signature_malformed', `t=${seconds}`],
    ['signature_malformed', `t=${seconds};s0=zz`],
    ['signature_malformed', `t=soon;s0=${hmac(body, secret, 'soon')}`],
    ['signature_malformed', `t=${seconds};t=${seconds};s0=${hmac(body)}`],
    ['signature_malformed', `t=${seconds}${`;s0=${hmac(body)}`.repeat(11)}`],
    ['signature_wrong', `t=${seconds};s0=${'0'.repeat(64)}`],
    ['signature_wrong', `t=${Number(seconds) + 1};s0=${hmac(body)}`],
  ])('%s: %s', async (code, signature) => {
    const given =
      signature === undefined ? verifyCallback(body, undefined, [secret], { now }) : verify(body, signature);
    expect(await codeOf(given)).toBe(code);
  });

  it('lasts as long as is tolerated, on either side of the clock', async () => {
    const at = (ms: number, toleranceMs?: number) =>
      codeOf(verifyCallback(body, header(body), [secret], { now: now + ms, toleranceMs }));
    expect(await at(300_000)).toBe('believed');
    expect(await at(-300_000)).toBe('believed');
    expect(await at(301_000)).toBe('signature_stale');
    expect(await at(-301_000)).toBe('signature_stale');
    expect(await at(20_000, 10_000)).toBe('signature_stale');
    const millis = `t=${now};s0=${hmac(body, secret, String(now))}`;
    expect(await codeOf(verify(body, millis))).toBe('believed');
  });

  it('is not looked at with a key that anyone could guess', async () => {
    for (const secrets of [[], [''], ['fifteen letters'], [secret, 'short'], secret as unknown as string[]])
      await expect(verify(body, header(body), secrets)).rejects.toMatchObject({
        code: 'options_invalid',
        message: expect.stringContaining('at least 16 characters'),
      });
  });

  it('never shows the secret or what was signed in an error', async () => {
    const error = await verify(body, `t=${seconds};s0=${'0'.repeat(64)}`).catch((caught: unknown) => caught);
    const shown = JSON.stringify(error) + String(error) + String((error as Error).stack);
    for (const kept of [secret, 'p-1', hmac(body)]) expect(shown).not.toContain(kept);
  });
});

describe('a callback', () => {
  it('is read from JSON, and what it leaves empty is left out', async () => {
    expect(await verify(body)).toEqual({
      format: 'JSON',
      fields: {},
      payment: {
        paymentId: 'p-1',
        sessionId: 's-1',
        status: 'SUCCEEDED',
        requiresCapture: true,
        customerMessageMustBeShown: false,
        order: { orderId: 'Å-1', amount: 249.5, currency: 'DKK' },
        lastFourDigits: '1111',
      },
    });
  });

  it('of nothing but XML is handed on as it is', async () => {
    const xml = '<?xml version="1.0"?><APIResponse/>';
    expect(await verify(xml)).toEqual({ format: 'XML', xml });
  });

  it.each([
    ['{"paymentId":"p-1","status":"SUCCEEDED"}', 'order'],
    [JSON.stringify({ ...payment, order: { ...payment.order, amount: '249.50' } }), 'order.amount'],
    ['{"paymentId":', 'JSON'],
    ['payment_id=1&status=succeeded&shop_orderid=A&currency=DKK', 'amount'],
    ['payment_id=1&status=succeeded&shop_orderid=A&currency=DKK&amount=1e9', 'amount'],
    ['', 'payment_id'],
  ])('that is signed and says nothing is told by the field: %s', async (text, field) => {
    await expect(verify(text)).rejects.toMatchObject({
      code: 'callback_malformed',
      message: expect.stringContaining(field),
    });
  });

  it.each(['JSON', 'XML'] as const)('of the sandbox with %s is understood', async (bodyFormat) => {
    const shop = await startShop();
    const sessionId = await shop.createSession({
      order: shop.order,
      callbacks: { ...shop.callbacks, bodyFormat },
    });
    await shop.press(await shop.startPayment(sessionId), 'decline');
    const [{ body: sent, signature }] = shop.calls as [(typeof shop.calls)[0]];
    const callback = await verifyCallback(sent, signature, [shop.secret], { now: shop.time.now });
    expect(callback).toMatchObject({
      format: bodyFormat === 'JSON' ? 'JSON' : 'FORM',
      payment: {
        ...(bodyFormat === 'JSON' && { sessionId }),
        status: 'DECLINED',
        order: { orderId: 'A-1001', amount: 249.5, currency: 'DKK' },
        customerErrorMessage: 'The payment was declined.',
        customerMessageMustBeShown: true,
        merchantErrorMessage: 'Declined in the sandbox',
      },
      fields: {
        type: 'payment',
        ...(bodyFormat === 'XML' && { xml: expect.stringContaining('<APIResponse') }),
      },
    });
  });
});
