// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ORIGIN, order, startCheckout } from './checkoutClient.js';

const readView = async (page: Response): Promise<string> =>
  /name="view" value="([^"]+)"/.exec(await page.text())?.[1] ?? 'no view in the page';

/** A page without its random ids and nonces, which may hold any digits. */
const withoutIds = (page: string): string => page.replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, '');

describe('the gateway page', () => {
  it('shows who is paid, how much and for what, and prefills a test card', async () => {
    const { createSession, open, startPayment } = await startCheckout({
      merchant: { name: 'Kaffe & <b>Co' },
    });
    const text = await (await open(await startPayment(await createSession()))).text();
    expect(text).toContain('no money moves');
    expect(text).toContain('Kaffe &amp; &lt;b&gt;Co');
    expect(text).toContain('249.50 DKK');
    expect(text).toContain(order.orderId);
    expect(text).toContain('4111 1111 1111 1111');
    for (const action of ['approve', 'decline', 'cancel', 'leave'])
      expect(text).toContain(`value="${action}"`);
  });

  it('never sends the card: its inputs have no names', async () => {
    const { createSession, open, startPayment } = await startCheckout();
    const text = await (await open(await startPayment(await createSession()))).text();
    const names = [...text.matchAll(/<input[^>]*?name="(\w+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['view']);
  });

  it('holds to a strict policy: no inline style, every script and style with its nonce', async () => {
    const { createSession, open, startPayment } = await startCheckout();
    const page = await open(await startPayment(await createSession()));
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    const nonce = /script-src 'nonce-([\w-]+)'/.exec(policy)?.[1];
    expect(policy).toContain("default-src 'none'");
    expect(nonce).toMatch(/^[\w-]{36}$/);
    const text = await page.text();
    expect(text).not.toMatch(/ style=| on\w+=|javascript:/);
    const tags = text.match(/<(script|style)[^>]*>/g) ?? [];
    expect(tags).toHaveLength(2);
    for (const tag of tags) expect(tag).toContain(`nonce="${nonce}"`);
  });

  it('has no card form for an app', async () => {
    const { createSession, open, pay } = await startCheckout();
    const { url } = (await (await pay(await createSession(), 'mobilepay')).json()) as { url: string };
    const text = await (await open(url)).text();
    expect(text).toContain('Approve in MobilePay');
    expect(withoutIds(text)).not.toContain('4111');
  });

  it('knows only its own payments and its own buttons', async () => {
    const { createSession, open, press, startPayment } = await startCheckout();
    for (const id of ['nope', '__proto__']) {
      expect((await open(`${ORIGIN}/checkout/gateway/${id}`)).status).toBe(404);
      expect((await press(`${ORIGIN}/checkout/gateway/${id}`, 'approve')).status).toBe(404);
    }
    expect((await press(await startPayment(await createSession()), 'toString')).status).toBe(400);
  });
});

describe('a payment', () => {
  it.each([
    ['approve', 'PAID', 1],
    ['decline', 'OPEN', 0],
    ['cancel', 'OPEN', 0],
    ['leave', 'OPEN', 0],
  ])('is under way until the payer presses %s; then the session is %s', async (action, after, finalised) => {
    const { createSession, press, sandbox, startPayment, statusOf } = await startCheckout();
    const sessionId = await createSession();
    expect(await statusOf(sessionId)).toBe('OPEN');
    const url = await startPayment(sessionId);
    expect(await statusOf(sessionId)).toBe('PROCESSING');
    expect((await press(url, action)).status).toBe(200);
    expect(await statusOf(sessionId)).toBe(after);
    expect(sandbox.ledger()).toMatchObject({ paymentsCreated: 1, paymentsFinalised: finalised });
  });

  it('is abandoned when its last page goes away, and under way again when it is opened again', async () => {
    const { createSession, open, press, startPayment, statusOf } = await startCheckout();
    const sessionId = await createSession();
    const url = await startPayment(sessionId);
    const view = await readView(await open(url));
    expect((await press(url, 'hide', view)).status).toBe(204);
    expect(await statusOf(sessionId)).toBe('OPEN');
    await open(url);
    expect(await statusOf(sessionId)).toBe('PROCESSING');
    expect((await press(url, 'approve')).status).toBe(200);
    expect(await statusOf(sessionId)).toBe('PAID');
  });

  it('stays under way over a reload, whose old page says goodbye after the new one came', async () => {
    const { createSession, open, press, startPayment, statusOf } = await startCheckout();
    const sessionId = await createSession();
    const url = await startPayment(sessionId);
    const before = await readView(await open(url));
    const after = await readView(await open(url));
    await press(url, 'hide', before);
    expect(await statusOf(sessionId)).toBe('PROCESSING');
    await press(url, 'hide', after);
    expect(await statusOf(sessionId)).toBe('OPEN');
  });

  it('is not opened by a preview', async () => {
    const { createSession, open, press, startPayment, statusOf } = await startCheckout();
    const sessionId = await createSession();
    const url = await startPayment(sessionId);
    await press(url, 'leave');
    expect((await open(url, 'HEAD')).status).toBe(200);
    expect(await statusOf(sessionId)).toBe('OPEN');
  });

  it.each(['hide', 'leave', 'decline', 'cancel'])('stays paid when %s comes late', async (action) => {
    const { createSession, press, sandbox, startPayment, statusOf } = await startCheckout();
    const sessionId = await createSession();
    const url = await startPayment(sessionId);
    await press(url, 'approve');
    await press(url, action);
    expect(await statusOf(sessionId)).toBe('PAID');
    expect(sandbox.ledger().paymentsFinalised).toBe(1);
  });

  it.each(['decline', 'cancel'])('cannot be approved after %s', async (action) => {
    const { createSession, open, press, startPayment, statusOf } = await startCheckout();
    const sessionId = await createSession();
    const url = await startPayment(sessionId);
    await press(url, action);
    expect((await press(url, 'approve')).status).toBe(409);
    expect(await (await open(url)).text()).not.toContain('value="approve"');
    expect(await statusOf(sessionId)).toBe('OPEN');
  });

  it('is of the amount it was started with, even if the order changes meanwhile', async () => {
    const { call, createSession, open, startPayment } = await startCheckout();
    const sessionId = await createSession();
    const url = await startPayment(sessionId);
    const json = { order: { ...order, amount: { value: 999, currency: 'DKK' } } };
    expect((await call(`/session/${sessionId}`, { method: 'PUT', json })).status).toBe(200);
    const text = await (await open(url)).text();
    expect(text).toContain('249.50 DKK');
    expect(withoutIds(text)).not.toContain('999');
  });

  it('is finalised once a session, whichever of two tabs comes first', async () => {
    const { createSession, open, press, sandbox, startPayment } = await startCheckout();
    const sessionId = await createSession();
    const [first, second] = [await startPayment(sessionId), await startPayment(sessionId)];
    const answers = await Promise.all([press(first, 'approve'), press(second, 'approve')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await (await open(second)).text()).toContain('already paid');
    expect(sandbox.ledger()).toMatchObject({ paymentsCreated: 2, paymentsFinalised: 1 });
  });

  it('leaves the session under way while another is open', async () => {
    const { createSession, press, startPayment, statusOf } = await startCheckout();
    const sessionId = await createSession();
    const [first, second] = [await startPayment(sessionId), await startPayment(sessionId)];
    await press(first, 'cancel');
    expect(await statusOf(sessionId)).toBe('PROCESSING');
    await press(second, 'decline');
    expect(await statusOf(sessionId)).toBe('OPEN');
  });

  it('of a cancelled order is refused', async () => {
    const { createSession, press, sandbox, startPayment, statusOf } = await startCheckout();
    const sessionId = await createSession();
    const url = await startPayment(sessionId);
    sandbox.cancelSession(sessionId);
    expect((await press(url, 'approve')).status).toBe(409);
    expect(await statusOf(sessionId)).toBe('CANCELLED');
    expect(sandbox.ledger().paymentsFinalised).toBe(0);
  });
});
