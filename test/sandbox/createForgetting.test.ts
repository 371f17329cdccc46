// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { order, readJson, startCheckout } from './checkoutClient.js';

const DAY = 24 * 60;

/** A checkout whose saved text can be read: what is not in there is not in memory. */
async function startWatched() {
  let text: string | undefined;
  const storage = { load: async () => text, save: async (saved: string) => void (text = saved) };
  const checkout = await startCheckout({ storage });
  return { ...checkout, memory: () => text ?? '' };
}

/** An opened, paid order. */
async function payOrder({ createSession, createLink, activate, pay, press }: CheckoutClient) {
  const sessionId = await createSession();
  const link = await createLink(sessionId);
  await activate(sessionId, link.id);
  const { url, paymentId } = await readJson(pay(sessionId, 'card', { key: `key-${sessionId}` }));
  await press(url, 'approve');
  return { sessionId, link, paymentId };
}

type CheckoutClient = Awaited<ReturnType<typeof startWatched>>;

describe('what ended long ago', () => {
  it('leaves memory, with all that belongs to it', async () => {
    const checkout = await startWatched();
    const { sessionId, link, paymentId } = await payOrder(checkout);
    for (const id of [sessionId, link.id, paymentId]) expect(checkout.memory()).toContain(id);

    checkout.sandbox.advance(7 * DAY + 11);
    const answer = await checkout.activate(sessionId, link.id);
    expect([answer.status, (await readJson(answer)).code]).toEqual([404, 'LINK_NOT_FOUND']);
    // The key itself stays, for the count; its answer, which names the payment, does not.
    for (const id of [`"${sessionId}"`, link.id, paymentId]) expect(checkout.memory()).not.toContain(id);
    expect(checkout.memory()).not.toContain(order.orderLines[0]!.description);
  });

  it('stays in the ledger’s counts', async () => {
    const checkout = await startWatched();
    await payOrder(checkout);
    const counts = ({ arrivals, keys, paymentsCreated, paymentsFinalised }: CheckoutLedger) => ({
      arrivals,
      keys,
      paymentsCreated,
      paymentsFinalised,
    });
    const before = counts(checkout.sandbox.ledger());
    expect(before).toEqual({ arrivals: 1, keys: 1, paymentsCreated: 1, paymentsFinalised: 1 });
    checkout.sandbox.advance(30 * DAY);
    await checkout.open('https://checkout.test/checkout/logos/card.svg');
    expect(checkout.memory()).not.toContain('"settled"');
    expect(counts(checkout.sandbox.ledger())).toEqual(before);
  });

  it('is told about for a week: a late payer must not take a paid order for an unknown one', async () => {
    const checkout = await startWatched();
    const { sessionId, link } = await payOrder(checkout);
    checkout.sandbox.advance(7 * DAY);
    const { code } = await readJson(checkout.activate(sessionId, link.id));
    expect(code).toBe('SESSION_PAID');
  });

  it('is a session whose last link is over, and no other', async () => {
    const checkout = await startWatched();
    const withTwo = await checkout.createSession();
    await checkout.createLink(withTwo, { validityTime: 5 });
    await checkout.createLink(withTwo, { validityTime: 30 * DAY });
    const withNone = await checkout.createSession();

    const token = async () => readJson(checkout.call('/authenticate', basic));
    const isThere = async (sessionId: string) => {
      const { token: bearer } = await token();
      return (await checkout.call(`/session/${sessionId}`, { token: bearer })).status === 200;
    };
    checkout.sandbox.advance(20 * DAY);
    expect([await isThere(withTwo), await isThere(withNone)]).toEqual([true, true]);
    checkout.sandbox.advance(2 * DAY);
    expect([await isThere(withTwo), await isThere(withNone)]).toEqual([true, false]);
    checkout.sandbox.advance(16 * DAY);
    expect([await isThere(withTwo), await isThere(withNone)]).toEqual([false, false]);
  });

  it('is looked for after a reset has taken the clock back', async () => {
    const checkout = await startWatched();
    checkout.sandbox.advance(100 * DAY);
    await checkout.createSession();
    checkout.sandbox.reset();
    const { sessionId, link } = await payOrder(checkout);
    checkout.sandbox.advance(8 * DAY);
    expect((await checkout.activate(sessionId, link.id)).status).toBe(404);
  });
});

const basic = {
  method: 'POST',
  token: '',
  headers: { Authorization: `Basic ${btoa('sandbox:sandbox')}` },
};

type CheckoutLedger = ReturnType<CheckoutClient['sandbox']['ledger']>;
