import { describe, expect } from 'vitest';
import { english } from '../../../src/i18n/messages.js';
import { expectHeldBack } from '../support/expectHeldBack.js';
import { expectNoPayment, expectTold } from '../support/expectTold.js';
import { failing } from '../support/failing.js';
import { it } from '../support/faultTest.js';
import type { PageGlobals } from '../support/pageGlobals.js';

const paying = failing('POST /payment');

describe('a payment that the API has no time for', () => {
  it.for<[row: string, retryAfter: number, seconds: number]>([
    ['P11 429 for 50 seconds', 50, 50],
    ['P11 429 for an hour', 3_600, 60],
  ])('%s: the button waits as long, at most a minute', async ([, retryAfter, seconds], { openPayment }) => {
    const payment = await openPayment({ faults: [paying({ kind: 'status', status: 429, retryAfter })] });
    const { page, picker, shop } = payment;
    await picker.method('MobilePay').tap();
    await page.clock.install();
    await picker.payButton.tap();
    await expectTold(payment, { state: 'ready', key: 'busy', code: 'rate_limited' });
    expect(await payment.focusInside()).toBe(true);
    await expectHeldBack(payment, picker.payButton, seconds);
    await picker.payButton.tap();
    await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 2, paymentsCreated: 1 });
  });
});

describe('a page that stands still while it pays', () => {
  it('P22 frozen: it goes on when it is back, without a second request', async ({ openPayment }) => {
    const payment = await openPayment();
    const { page, picker, shop } = payment;
    await picker.methods.first().waitFor();
    const gate = shop.holdRequests(/^POST .*\/payment$/);
    await picker.payWith('MobilePay');
    await expect.poll(gate.waiting).toBe(1);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    gate.open();
    await expect.poll(() => shop.sandbox.ledger().paymentsCreated).toBe(1);
    // Chromium may have finished what was under way, and have left the page.
    await cdp.send('Page.setWebLifecycleState', { state: 'active' }).catch(() => undefined);
    await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });
});

describe('a link whose time is up', () => {
  it('P28 warns two minutes before, once, and ends at its end; nothing is sent', async ({ openPayment }) => {
    const payment = await openPayment({
      arrange: () => {
        Object.assign(globalThis, { waits: true });
      },
    });
    const { page, picker } = payment;
    await page.clock.install();
    await page.evaluate(() => void (globalThis as unknown as PageGlobals).start());
    await picker.method('Card').tap();
    await page.clock.fastForward('07:00');
    expect(await payment.announced()).not.toContain(english.linkExpiresSoon);
    await page.clock.fastForward('01:10');
    await expect.poll(payment.announced).toBe(english.linkExpiresSoon);
    expect(await picker.payButton.getAttribute('aria-disabled')).toBe('false');
    await page.clock.fastForward('02:00');
    await expectTold(payment, { state: 'expired', key: 'linkExpired', code: 'link_expired' });
    expect(await payment.focusInside()).toBe(true);
    expect(await picker.payButton.isVisible()).toBe(false);
    expectNoPayment(payment);
  });
});
