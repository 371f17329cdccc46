import { describe, expect } from 'vitest';
import { expectNoPayment, expectTold } from '../support/expectTold.js';
import { failing } from '../support/failing.js';
import { engineIt as it, type EnginePayment } from '../support/faultTest.js';
import type { PageGlobals } from '../support/pageGlobals.js';

const opening = failing('POST /session/*/activation');

const wait = (): void => {
  (globalThis as unknown as PageGlobals).waits = true;
};

async function expectReady(payment: EnginePayment): Promise<void> {
  await payment.picker.methods.first().waitFor();
  expect(await payment.state()).toBe('ready');
  expect((await payment.heard()).failures).toEqual([]);
  expectNoPayment(payment);
}

describe('a page that ends the session', () => {
  it('L39 leaves no node, and asks and hears nothing more, in any state', async ({ openPayment }) => {
    const payment = await openPayment({ faults: [opening({ kind: 'status', status: 403 })], arrange: wait });
    const { page, shop } = payment;
    const left = await page.evaluate(async () => {
      const { start } = globalThis as unknown as PageGlobals;
      const counts: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const session = await start();
        session?.destroy();
        session?.destroy();
        counts.push(document.querySelector('#payment')!.childNodes.length);
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        dispatchEvent(new Event('online'));
      }
      return counts;
    });
    expect(left).toEqual([0, 0, 0]);
    expect(await payment.state()).toBe('destroyed');
    const asked = shop.sandbox.ledger().requests.filter(({ path }) => path.includes('/session/'));
    expect(asked.filter(({ method }) => method === 'GET')).toEqual([]);
    expect(payment.openings()).toBe(3);
    expectNoPayment(payment);
  });

  it('L55 hears no answer that comes after it, also beside a second session', async ({ openPayment }) => {
    const payment = await openPayment({ arrange: wait });
    const { page, shop, picker } = payment;
    const gate = shop.holdRequests(/\/activation$/);
    await page.evaluate(() => {
      const { start } = globalThis as unknown as PageGlobals;
      const controller = new AbortController();
      // Deaf to the signal, so that its answer does come, and comes last.
      const deaf: typeof fetch = async (input) => {
        const { url, method, headers, body } = input as Request;
        const sent = await new Response(body).text();
        const late = await fetch(url, { method, headers, body: sent });
        Object.assign(globalThis, { late: true });
        return late;
      };
      void start({ signal: controller.signal, fetch: deaf, merchantName: 'The first' });
      Object.assign(globalThis, { stop: () => controller.abort() });
    });
    await expect.poll(gate.waiting).toBe(1);
    const second = page.evaluate(() => {
      const { start, stop } = globalThis as unknown as PageGlobals & { stop(): void };
      stop();
      return start().then((session) => session?.state.name);
    });
    await expect.poll(gate.waiting).toBe(2);
    gate.open();
    expect(await second).toBe('ready');
    await expect.poll(() => page.evaluate('globalThis.late')).toBe(true);
    await expectReady(payment);
    expect(await page.locator('[part=picker]').count()).toBe(1);
    expect(await picker.merchant.innerText()).not.toContain('The first');
    const { states, rejections } = await payment.heard();
    expect(states.filter((state) => state === 'ready')).toHaveLength(1);
    expect(rejections).toEqual([expect.objectContaining({ code: 'aborted' })]);
  });

  it('L42 mounts, unmounts and mounts as React’s strict mode does, and is ready once', async ({
    openPayment,
  }) => {
    const payment = await openPayment({ arrange: wait });
    await payment.page.evaluate(async () => {
      const { start } = globalThis as unknown as PageGlobals;
      const first = new AbortController();
      void start({ signal: first.signal });
      first.abort();
      await start({ signal: new AbortController().signal });
    });
    await expectReady(payment);
    expect(await payment.page.locator('[part=picker]').count()).toBe(1);
    expect((await payment.heard()).states.filter((state) => state === 'ready')).toHaveLength(1);
    expect(payment.openings()).toBeLessThanOrEqual(2);
  });
});

describe('a page that begins twice', () => {
  it('L40 in one container: the second call joins the first', async ({ openPayment }) => {
    const payment = await openPayment({ arrange: wait });
    const same = await payment.page.evaluate(async () => {
      const { start } = globalThis as unknown as PageGlobals;
      const [first, second] = await Promise.all([start(), start()]);
      return first === second;
    });
    expect(same).toBe(true);
    await expectReady(payment);
    expect(payment.openings()).toBe(1);
    expect((await payment.heard()).warnings).toContainEqual(expect.stringContaining('twice'));
  });

  it('L41 in two containers: each has its own picker', async ({ openPayment }) => {
    const payment = await openPayment({ arrange: wait });
    await payment.page.evaluate(async () => {
      const { start } = globalThis as unknown as PageGlobals;
      await Promise.all([start(), start({ container: 'footer' })]);
    });
    await expectReady(payment);
    expect(await payment.page.locator('[part=picker]').count()).toBe(2);
  });

  it('L41 with the script twice: the first one stays', async ({ openPayment }) => {
    const payment = await openPayment();
    await expectReady(payment);
    // As a text, for the import is the browser's.
    const same = await payment.page.evaluate(
      "(async (first) => (await import('/sdk/altapay.min.js?again'), AltaPay === first))(AltaPay)",
    );
    expect(same).toBe(true);
  });
});

describe('a page that was out of sight', () => {
  it('asks the session again when the payer is back', async ({ openPayment }) => {
    const payment = await openPayment();
    await expectReady(payment);
    const { sandbox } = payment.shop;
    sandbox.addFault({ match: 'GET /session/*', kind: 'drift', path: 'status', op: 'set', value: 'PAID' });
    await payment.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expectTold(payment, { state: 'paid', key: 'alreadyPaid' });
    expectNoPayment(payment);
  });
});
