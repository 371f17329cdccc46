import { describe, expect } from 'vitest';
import type { EnginePage } from '../../e2e/support/enginePage.js';
import { english } from '../../../src/i18n/messages.js';
import { pickerOn } from '../../e2e/support/pickerOn.js';
import { expectNoPayment, expectTold } from '../support/expectTold.js';
import { failing } from '../support/failing.js';
import { engineIt as it, type EnginePayment } from '../support/faultTest.js';

const paying = failing('POST /payment');

const approve = (page: EnginePage): Promise<void> =>
  page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();

describe('a device without a connection', () => {
  it('P03 sends nothing, says so, and pays once it is back', async ({ openPayment }) => {
    const payment = await openPayment();
    const { page, picker } = payment;
    await picker.methods.first().waitFor();
    await page.context().setOffline(true);
    await picker.payWith('MobilePay');
    await expectTold(payment, { state: 'ready', key: 'offline', code: 'offline' });
    expect(await payment.focusInside()).toBe(true);
    expectNoPayment(payment);
    await page.context().setOffline(false);
    await picker.payButton.tap();
    await approve(page);
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });
});

describe('one link in two tabs', () => {
  it('P02 both pay: each asks once, and one payment is finalised', async ({ openPayment }) => {
    const { page, shop, picker } = await openPayment();
    await picker.methods.first().waitFor();
    const other = await page.context().newPage();
    await other.goto(await page.evaluate(() => location.href));
    const gate = shop.holdRequests(/^POST .*\/payment$/);
    await picker.payWith('MobilePay');
    await pickerOn(other).payWith('MobilePay');
    await expect.poll(gate.waiting).toBe(2);
    gate.open();
    await Promise.all([approve(page), approve(other)]);
    await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    await other.getByRole('button', { name: 'Approve in MobilePay' }).tap();
    await other.getByRole('button', { name: 'Approve in MobilePay' }).waitFor({ state: 'detached' });
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 2, paymentsCreated: 2, paymentsFinalised: 1 });
  });
});

describe('one link in two tabs, of which one pays', () => {
  const elsewhere = english.alreadyInProgress;
  const warned = (tab: EnginePage) =>
    pickerOn(tab).notice.getByRole('heading', { name: elsewhere, exact: true });

  /** Two tabs that both can pay, and have said hello to one another. */
  async function openTwo({ page }: EnginePayment): Promise<EnginePage> {
    const other = await page.context().newPage();
    await other.goto(await page.evaluate(() => location.href));
    await pickerOn(other).methods.first().waitFor();
    return other;
  }

  it('P02 the other is told, asks the session, and keeps its choice; it is told no more when that one has ended', async ({
    openPayment,
  }) => {
    const payment = await openPayment({ faults: [paying({ kind: 'status', status: 422 })] });
    const { page, shop, picker } = payment;
    await picker.methods.first().waitFor();
    const other = await openTwo(payment);
    const gate = shop.holdRequests(/^POST .*\/payment$/);
    await pickerOn(other).method('MobilePay').tap();
    await picker.method('Card').tap();
    await pickerOn(other).payButton.tap();
    await expect.poll(gate.waiting).toBe(1);
    await warned(page).waitFor();
    expect(await payment.announced()).toContain(elsewhere);
    expect(await payment.state()).toBe('ready');
    expect((await payment.heard()).failures).toEqual([expect.objectContaining({ code: 'outcome_unclear' })]);
    expect(await picker.method('Card').getByRole('radio').isChecked()).toBe(true);
    // Nothing is locked.
    expect(await picker.payButton.getAttribute('aria-disabled')).toBe('false');
    const asked = (): number =>
      shop.sandbox.ledger().requests.filter(({ path }) => path.endsWith('/session/{sessionId}')).length;
    await expect.poll(asked).toBeGreaterThan(0);

    gate.open();
    await warned(page).waitFor({ state: 'hidden' });
    expect(await picker.method('Card').getByRole('radio').isChecked()).toBe(true);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 0 });
  });

  it('P02 a tab that is left while it asks for a payment is told no more', async ({ openPayment }) => {
    const payment = await openPayment();
    await payment.picker.methods.first().waitFor();
    const other = await openTwo(payment);
    const gate = payment.shop.holdRequests(/^POST .*\/payment$/);
    await pickerOn(other).payWith('MobilePay');
    await warned(payment.page).waitFor();
    await other.goto('about:blank');
    await warned(payment.page).waitFor({ state: 'hidden' });
    gate.open();
  });

  it('P02 a tab that comes later hears of it, too', async ({ openPayment }) => {
    const payment = await openPayment();
    const { page, shop, picker } = payment;
    await picker.methods.first().waitFor();
    const gate = shop.holdRequests(/^POST .*\/payment$/);
    await picker.payWith('MobilePay');
    await expect.poll(gate.waiting).toBe(1);
    const other = await openTwo(payment);
    await warned(other).waitFor();
    gate.open();
    await approve(page);
  });
});

describe('a browser that does not go where it is sent', () => {
  it('P18 is given the link after five seconds, which leads to the same payment', async ({ openPayment }) => {
    const payment = await openPayment({
      arrange: () => {
        const { setTimeout } = globalThis;
        Object.assign(globalThis, {
          more: { navigate: () => undefined },
          setTimeout: (run: () => void, ms: number, ...args: []) => {
            if (ms !== 5_000) return setTimeout(run, ms, ...args);
            Object.assign(globalThis, { passFiveSeconds: run });
            return 0;
          },
        });
      },
    });
    const { page, picker, shop } = payment;
    await picker.payWith('MobilePay');
    await picker.notice.getByRole('heading', { name: /^Taking you to/ }).waitFor();
    expect(await picker.notice.getByRole('link').isVisible()).toBe(false);
    await page.evaluate(() => (globalThis as unknown as { passFiveSeconds(): void }).passFiveSeconds());
    await expectTold(payment, { state: 'handedOff', key: 'continueLink', code: 'hand_off_blocked' });
    expect(await payment.focusInside()).toBe(true);
    const link = picker.notice.getByRole('link');
    expect(await link.innerText()).toContain(new URL(shop.checkoutUrl).host);
    await link.tap();
    await approve(page);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });
});
