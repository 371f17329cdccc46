// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ORIGIN, order, readJson, startCheckout } from './checkoutClient.js';

describe('POST /payment', () => {
  it('answers where the payer goes on', async () => {
    const { createSession, pay } = await startCheckout();
    const answer = await readJson(pay(await createSession(), 'mobilepay'));
    expect(answer).toMatchObject({ shopOrderId: order.orderId, status: 'NEW', type: 'REDIRECT' });
    expect(answer.url).toBe(`${ORIGIN}/checkout/gateway/${answer.paymentId}`);
  });

  it('refuses what is not to be paid', async () => {
    const { call, createSession, pay, press, sandbox, startPayment } = await startCheckout();
    const outcome = async (answer: Promise<Response>) => {
      const response = await answer;
      return `${response.status} ${(await readJson(response)).code}`;
    };
    const [paid, cancelled, open] = [await createSession(), await createSession(), await createSession()];
    await press(await startPayment(paid), 'approve');
    sandbox.cancelSession(cancelled);
    expect(await outcome(pay(paid))).toBe('409 SESSION_PAID');
    expect(await outcome(pay(cancelled))).toBe('409 SESSION_CANCELLED');
    expect(await outcome(pay(open, 'swish'))).toBe('422 METHOD_UNAVAILABLE');
    expect(await outcome(pay('nope'))).toBe('404 SESSION_NOT_FOUND');
    expect(await outcome(pay(open, 'card', { token: 'a.b.c' }))).toBe('401 TOKEN_INVALID');
    const nameless = await readJson(call('/payment', { method: 'POST', json: { sessionId: open } }));
    expect(nameless.errors.map(({ field }) => field)).toEqual(['paymentMethodId']);
    expect(sandbox.ledger()).toMatchObject({ arrivals: 7, paymentsCreated: 1, paymentsFinalised: 1 });
  });

  it('fails over a description of more than 50 characters, as the field has it', async () => {
    const { createSession, pay } = await startCheckout();
    const [first, second] = order.orderLines;
    const withDescription = (length: number) =>
      createSession({
        order: { ...order, orderLines: [first, { ...second, description: 'x'.repeat(length) }] },
      });
    const response = await pay(await withDescription(51));
    expect(response.status).toBe(400);
    expect((await readJson(response)).errors[0]?.field).toBe('order.orderLines[1].description');
    expect((await pay(await withDescription(50))).status).toBe(200);
  });

  it('refuses an amount that the page was not shown', async () => {
    const { activate, call, createLink, createSession, pay, sandbox } = await startCheckout();
    const sessionId = await createSession();
    const { token } = await readJson(activate(sessionId, (await createLink(sessionId)).id));
    const json = { order: { ...order, amount: { value: 300, currency: 'DKK' } } };
    await call(`/session/${sessionId}`, { method: 'PUT', json });

    const refused = await pay(sessionId, 'card', { token });
    expect([refused.status, (await readJson(refused)).code]).toEqual([422, 'AMOUNT_CHANGED']);
    expect(sandbox.ledger().paymentsCreated).toBe(0);
    await call(`/session/${sessionId}`, { token });
    expect((await pay(sessionId, 'card', { token })).status).toBe(200);
  });
});

describe('Idempotency-Key', () => {
  it('gives the first answer again for the same request', async () => {
    const { createSession, pay, sandbox } = await startCheckout();
    const sessionId = await createSession();
    const first = await readJson(pay(sessionId, 'card', { key: 'k1' }));
    expect(await readJson(pay(sessionId, 'card', { key: 'k1' }))).toEqual(first);
    expect(sandbox.ledger()).toMatchObject({ arrivals: 2, keys: 1, paymentsCreated: 1 });
    expect(await readJson(pay(sessionId, 'card', { key: 'k2' }))).not.toEqual(first);
    expect(sandbox.ledger()).toMatchObject({ arrivals: 3, keys: 2, paymentsCreated: 2 });
  });

  it('refuses a key that stands for another request', async () => {
    const { createSession, pay, sandbox } = await startCheckout();
    const sessionId = await createSession();
    await pay(sessionId, 'card', { key: 'k1' });
    const response = await pay(sessionId, 'mobilepay', { key: 'k1' });
    expect([response.status, (await readJson(response)).code]).toEqual([422, 'KEY_REUSED']);
    expect(sandbox.ledger().paymentsCreated).toBe(1);
  });

  it('keeps a refusal, too: no payment comes of that key any more', async () => {
    const { createSession, pay, press, startPayment } = await startCheckout();
    const sessionId = await createSession();
    await press(await startPayment(sessionId), 'approve');
    const refusals = [
      await pay(sessionId, 'card', { key: 'k1' }),
      await pay(sessionId, 'card', { key: 'k1' }),
    ];
    for (const refusal of refusals) {
      expect(refusal.headers.get('Content-Type')).toBe('application/problem+json');
      expect((await readJson(refusal)).code).toBe('SESSION_PAID');
    }
  });

  it('does not answer a stranger with what it keeps', async () => {
    const { activate, createLink, createSession, pay } = await startCheckout();
    const [mine, other] = [await createSession(), await createSession()];
    await pay(mine, 'card', { key: 'k1' });
    const { token } = await readJson(activate(other, (await createLink(other)).id));
    expect((await pay(mine, 'card', { key: 'k1', token })).status).toBe(403);
  });

  it('refuses a key that is none', async () => {
    const { createSession, pay } = await startCheckout();
    const response = await pay(await createSession(), 'card', { key: 'x'.repeat(256) });
    expect([response.status, (await readJson(response)).code]).toEqual([400, 'KEY_MALFORMED']);
  });
});
