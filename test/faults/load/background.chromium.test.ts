import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectNoPayment } from '../support/expectTold.js';
import { failing } from '../support/failing.js';
import { it, type Payment } from '../support/faultTest.js';
import type { PageGlobals } from '../support/pageGlobals.js';

const opening = failing('POST /session/*/activation');

const wait = (): void => {
  (globalThis as unknown as PageGlobals).waits = true;
};

async function expectReady(payment: Payment): Promise<void> {
  await payment.picker.methods.first().waitFor();
  expect(await payment.state()).toBe('ready');
  expect((await payment.heard()).failures).toEqual([]);
  expectNoPayment(payment);
}

describe('a page in the background', () => {
  it('L54 a page frozen while it loads is ready when it is back', async ({ openPayment }) => {
    const payment = await openPayment({ arrange: wait });
    const gate = payment.shop.holdRequests(/\/activation$/);
    const cdp = await payment.page.context().newCDPSession(payment.page);
    await payment.page.evaluate(() => void (globalThis as unknown as PageGlobals).start());
    await expect.poll(gate.waiting).toBe(1);
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    gate.open();
    await expect.poll(payment.openings).toBe(1);
    await cdp.send('Page.setWebLifecycleState', { state: 'active' });
    await expectReady(payment);
    expect(payment.openings()).toBe(1);
  });

  it('L54 a page whose timers stand still while it loads is ready all the same', async ({ openPayment }) => {
    const payment = await openPayment({ arrange: wait });
    const { page } = payment;
    const gate = payment.shop.holdRequests(/\/activation$/);
    await hide(page);
    await page.evaluate(() => void (globalThis as unknown as PageGlobals).start());
    await expect.poll(gate.waiting).toBe(1);
    gate.open();
    // No timer has run since, as in a page that may wake once a minute.
    await expect.poll(payment.state).toBe('ready');
    await show(page);
    await expectReady(payment);
    expect(payment.openings()).toBe(1);
    expect(new Set((await payment.heard()).states)).toEqual(new Set(['ready']));
  });

  it('L54 a load that ran out of time in the background is begun anew when the page is seen', async ({
    openPayment,
  }) => {
    const payment = await openPayment({ arrange: wait, faults: [opening({ kind: 'status', status: 503 })] });
    const { page } = payment;
    await hide(page);
    await page.evaluate(() => void (globalThis as unknown as PageGlobals).start());
    await expect.poll(payment.openings).toBe(1);
    // The pause before the second attempt and the limit of all attempts are over in the same wake-up.
    await expect
      .poll(async () => {
        await page.clock.fastForward(60_000);
        return payment.state();
      })
      .toBe('failed');
    await show(page);
    await payment.picker.methods.first().waitFor();
    expect((await payment.heard()).states).toEqual(['failed', 'loading', 'ready']);
    expectNoPayment(payment);
  });
});

/** Hides the page and stops its timers: Chromium lets those of a hidden page run once a minute, and a test cannot wait for that. */
async function hide(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

async function show(page: Page): Promise<void> {
  await page.clock.resume();
  await page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
  });
}
