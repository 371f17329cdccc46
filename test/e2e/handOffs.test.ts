import { describe, expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import { handOffMethods, type SandboxMethod } from '../../src/sandbox/index.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';
import type { RunningShop } from './support/startShop.js';

const PAID_ONCE = { arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 };
const refused: SandboxMethod = { ...handOffMethods.at(-1)!, handOff: 'embeddedRefused' };

// Run in the page.
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight + 1 && bottom - top > 300;
}

/** In the page: the time that a frame has for its first word is over at once. No driver but Chromium's has a clock. */
function letQuarterMinutePass(): void {
  const { setTimeout } = window;
  window.setTimeout = ((callback: () => void, ms?: number, ...more: unknown[]) =>
    setTimeout(callback, ms === 15_000 ? 50 : ms, ...more)) as typeof window.setTimeout;
}

function expectPaidOnce({ sandbox }: RunningShop): void {
  expect(sandbox.ledger()).toMatchObject(PAID_ONCE);
}

describe('a form', () => {
  it('takes the payer to the gateway, which takes the payment once', async ({ openShop, openPhone }) => {
    const shop = await openShop({ methods: handOffMethods });
    const { order, link } = await shop.requestLink();
    const { page } = await openPhone();
    await page.goto(link);
    await pickerOn(page).payWith('Card by form');
    await page.getByRole('button', { name: 'Pay 366.00 DKK' }).tap();
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    expectPaidOnce(shop);
    expect(order.state).toBe('paid');
  });

  it('that the browser does not follow is posted again by the payer, and a test card is declined', async ({
    openShop,
    openPhone,
  }) => {
    const shop = await openShop({ methods: handOffMethods });
    const { order, link } = await shop.requestLink();
    const { page } = await openPhone();
    await page.addInitScript(() => {
      const { submit } = HTMLFormElement.prototype;
      let posted = 0;
      HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
        if (posted++) submit.call(this);
      };
    });
    await page.goto(link);
    const { payWith, notice } = pickerOn(page);
    await payWith('Card by form');
    await notice.getByRole('heading', { name: english.continueLink }).waitFor();
    expect(await notice.getByRole('link').count()).toBe(0);
    await notice.getByRole('button', { name: 'Continue to' }).tap();

    await page.locator('input[data-card]').evaluate((input) => {
      (input as HTMLInputElement).value = '4000 0000 0000 0002';
    });
    await page.getByRole('button', { name: 'Pay 366.00 DKK' }).tap();
    await page.getByRole('heading', { name: 'The payment did not go through.' }).waitFor();
    expect(order.state).toBe('waiting');
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 0 });
  });
});

describe('a frame', () => {
  it('takes the payment in the page', async ({ openShop, openPhone }) => {
    const shop = await openShop({ methods: handOffMethods });
    const { link } = await shop.requestLink({ framed: true });
    const { page } = await openPhone();
    await page.goto(link);
    const { payButton, payWith, notice } = pickerOn(page);
    const form = page.frameLocator('#card iframe');
    await payWith('Card on this page');
    await form.getByRole('button', { name: 'Cancel' }).waitFor();
    // The form has a button of its own, and says what to do.
    await payButton.waitFor({ state: 'hidden' });
    await expect.poll(() => page.locator('#card iframe').evaluate(isInView)).toBe(true);
    await form.getByRole('button', { name: 'Cancel' }).tap();
    await notice.getByText(english.welcomeBackHelp).waitFor();
    await payWith('Card on this page');
    await form.getByRole('button', { name: 'Pay 366.00 DKK' }).tap();
    await notice.getByRole('heading', { name: english.alreadyPaid }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 2, paymentsCreated: 2, paymentsFinalised: 1 });
  });

  it('that is refused leads the payer to the same payment', async ({ openShop, openPhone }) => {
    const shop = await openShop({ methods: [refused] });
    const { link } = await shop.requestLink({ framed: true });
    const { page } = await openPhone({
      allowed: [/frame-ancestors/, /Refused to frame|violates the following/],
    });
    await page.addInitScript(letQuarterMinutePass);
    await page.goto(link);
    await pickerOn(page).payWith('Card on this page');
    await page.locator('#card').getByRole('button', { name: 'Continue to' }).tap();
    await page.getByRole('button', { name: /^(Pay|Approve)/ }).tap();
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    expectPaidOnce(shop);
  });
});
