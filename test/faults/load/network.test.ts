import { describe, expect, onTestFinished } from 'vitest';
import { engine } from '../../e2e/support/engine.js';
import { startServer } from '../../e2e/support/startServer.js';
import type { Fault } from '../../../src/sandbox/index.js';
import { expectNoPayment, expectTold, type Told } from '../support/expectTold.js';
import { BROKEN, engineIt as it, type EnginePayment } from '../support/faultTest.js';
import type { PageGlobals } from '../support/pageGlobals.js';

const OPENING = 'POST /session/*/activation';
const SHORT = { timeouts: { attemptMs: 250, loadMs: 700 } };
const CANT_REACH: Told = { state: 'failed', key: 'cantReach', code: 'network' };
const TOO_SLOW: Told = { state: 'failed', key: 'tooSlow', code: 'timeout' };
const CORS = /^console: Access to fetch at .* has been blocked by CORS policy/;

/** Presses “Try again” once the fault is over, and finds the methods, with the focus still in the picker. */
async function expectRecovery({ picker, focusInside, state }: EnginePayment): Promise<void> {
  await picker.notice.getByRole('button', { name: 'Try again' }).tap();
  await picker.methods.first().waitFor();
  expect(await state()).toBe('ready');
  expect(await focusInside()).toBe(true);
}

describe('a connection that breaks while the order is asked for', () => {
  it.for<[row: string, kind: Fault['kind'], told: Told]>([
    ['L02 is refused', 'refuse', CANT_REACH],
    ['L02 is reset', 'reset', CANT_REACH],
    [
      'L07 ends within the body',
      'truncatedBody',
      { state: 'failed', key: 'problem', code: 'network', reason: 'truncated' },
    ],
  ])('%s: three attempts, then the payer may try again', async ([, kind, told], { openPayment }) => {
    const payment = await openPayment({ faults: [{ match: OPENING, kind, times: 'always' } as Fault] });
    await expectTold(payment, told);
    // A browser may send again by itself what a connection took that it had used before.
    expect(payment.openings()).toBeGreaterThanOrEqual(3);
    expect(payment.openings()).toBeLessThanOrEqual(10);
    payment.shop.sandbox.clearFaults();
    await expectRecovery(payment);
    expectNoPayment(payment);
  });

  it('L02 is refused by a closed port', async ({ openPayment }) => {
    const { origin, close } = await startServer(() => new Response());
    await close();
    const payment = await openPayment({ options: { apiUrl: `${origin}/checkout/v1/api` } });
    await expectTold(payment, CANT_REACH);
    expectNoPayment(payment);
  });

  it('L01 has no name to go to', async ({ openPayment }) => {
    const payment = await openPayment({ options: { apiUrl: 'https://nx.invalid/checkout/v1/api' } });
    await expectTold(payment, CANT_REACH);
    expectNoPayment(payment);
  });

  it('L03 is not trusted', async ({ openPayment }) => {
    const { origin, close } = await startServer(() => new Response(), { tls: true });
    onTestFinished(close);
    const payment = await openPayment({
      ignoreHTTPSErrors: false,
      options: { apiUrl: `${origin}/checkout/v1/api` },
    });
    await expectTold(payment, CANT_REACH);
    expectNoPayment(payment);
  });

  it('L46 is blocked on the device', async ({ openPayment }) => {
    const payment = await openPayment({ blocks: '/activation' });
    await expectTold(payment, CANT_REACH);
    expect(payment.openings()).toBe(0);
    // A filter of WebKit's stays until its browser ends.
    if (engine !== 'webkit') {
      await payment.page.context().unrouteAll();
      await expectRecovery(payment);
    }
    expectNoPayment(payment);
  });
});

describe('an API that this page may not read', () => {
  it('L04 leaves out its CORS headers', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [{ match: OPENING, kind: 'corsOff', times: 3 }],
      allowed: [BROKEN, CORS],
    });
    await expectTold(payment, CANT_REACH);
    expect(payment.openings()).toBe(3);
    await expectRecovery(payment);
    expectNoPayment(payment);
  });

  it('L04 refuses the preflight', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [{ match: 'OPTIONS /session/*', kind: 'status', status: 403, times: 'always' }],
      address: async (_, shop) => (await shop.requestTokenLink()).url,
      allowed: [BROKEN, CORS],
    });
    await expectTold(payment, CANT_REACH);
    expectNoPayment(payment);
  });
});

describe('an API that takes its time', () => {
  it.for<[row: string, kind: 'noHeaders' | 'drip']>([
    ['L05 never begins to answer', 'noHeaders'],
    ['L06 answers a byte at a time', 'drip'],
  ])('%s: the payer hears of it within the limit', async ([, kind], { openPayment }) => {
    const payment = await openPayment({
      faults: [{ match: OPENING, kind, times: 'always' }],
      options: SHORT,
    });
    await expectTold(payment, TOO_SLOW);
    expect(payment.openings()).toBeLessThanOrEqual(3);
    payment.shop.sandbox.clearFaults();
    await payment.picker.notice.getByRole('button', { name: 'Try again' }).waitFor();
    expectNoPayment(payment);
  });

  it('L05 is given up by default, too, and not at the first attempt', async ({ openPayment }) => {
    const payment = await openPayment({ faults: [{ match: OPENING, kind: 'noHeaders', times: 'always' }] });
    await expectTold(payment, TOO_SLOW);
    expect(payment.openings()).toBeGreaterThan(1);
    expect(payment.openings()).toBeLessThanOrEqual(3);
    payment.shop.sandbox.clearFaults();
    await expectRecovery(payment);
    expectNoPayment(payment);
  });
});

describe('a device without a connection', () => {
  it('L35 says so, and goes on by itself once it is back', async ({ openPayment }) => {
    const payment = await openPayment({
      arrange: () => {
        (globalThis as unknown as PageGlobals).waits = true;
      },
    });
    await payment.page.context().setOffline(true);
    await payment.page.evaluate(() => (globalThis as unknown as PageGlobals).start());
    await expectTold(payment, { state: 'failed', key: 'offline', code: 'offline' });
    expect(payment.openings()).toBe(0);
    await payment.page.context().setOffline(false);
    await payment.picker.methods.first().waitFor();
    expect(payment.openings()).toBe(1);
    expectNoPayment(payment);
  });
});
