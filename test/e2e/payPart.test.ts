import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import { it } from './support/e2eTest.js';
import { pickerOn } from './support/pickerOn.js';
import type { RunningShop } from './support/startShop.js';

// With the mark of a further attempt, where the first one failed.
const PAY_PART = /\/sdk\/altapay\.pay\.js(\?\d)?$/;

/** Keeps the part that pays from a page, until it is let through. */
async function holdBack(page: Page): Promise<{ asked(): number; letThrough(): void }> {
  let asked = 0;
  let letThrough = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(PAY_PART, async (route) => {
    asked += 1;
    await opened;
    await route.continue();
  });
  return { asked: () => asked, letThrough };
}

/** The fragment with which Checkout sends the payer of a link to the payment page. */
function fragmentOf(link: string): string {
  const [linkId, sessionId] = new URL(link).pathname.split('/').reverse();
  return `#sessionId=${sessionId}&linkId=${linkId}`;
}

async function approve(page: Page, shop: RunningShop): Promise<void> {
  await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
  await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
  expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 });
}

describe('a payer who is quicker than the part that pays', () => {
  it('sees the payment start, presses on, and pays once when it comes', async ({ shop, openPhone }) => {
    const { link } = await shop.requestLink();
    const { page } = await openPhone();
    const part = await holdBack(page);
    await page.goto(link);
    const { payButton, payWith } = pickerOn(page);
    await payWith('MobilePay');
    await expect.poll(() => payButton.textContent()).toBe(english.initiating);
    await payButton.dispatchEvent('click');
    await page.keyboard.press('Enter');
    expect(part.asked()).toBe(1);
    expect(shop.sandbox.ledger().arrivals).toBe(0);
    part.letThrough();
    await approve(page, shop);
  });

  it('does not pay for a link that was left meanwhile', async ({ shop, openPhone }) => {
    const { link } = await shop.requestLink();
    const { link: other } = await shop.requestLink();
    const { page } = await openPhone();
    const part = await holdBack(page);
    await page.goto(link);
    const { payButton, payWith } = pickerOn(page);
    await payWith('MobilePay');
    await expect.poll(() => payButton.textContent()).toBe(english.initiating);
    await page.evaluate((hash) => (location.hash = hash), fragmentOf(other));
    await expect.poll(() => payButton.textContent()).toContain('Pay ');
    part.letThrough();
    await payWith('MobilePay');
    await approve(page, shop);
  });
});

describe('a payer for whom the part that pays cannot be loaded', () => {
  it('is told that nothing was started, and pays at the next press once it can be', async ({
    shop,
    openPhone,
  }) => {
    const { link } = await shop.requestLink();
    const { page } = await openPhone({ allowed: [/ERR_CONNECTION_RESET/] });
    await page.route(PAY_PART, (route) => route.abort('connectionreset'));
    await page.goto(link);
    const { payButton, notice, payWith } = pickerOn(page);
    await payWith('MobilePay');
    await notice.getByRole('heading', { name: english.cantStart }).waitFor();
    expect(await page.locator('[part=picker] [role=alert]').textContent()).toContain(english.cantStartHelp);
    expect(shop.sandbox.ledger().arrivals).toBe(0);
    await page.unroute(PAY_PART);
    await payButton.tap();
    await approve(page, shop);
  });

  it('reads that something went wrong where the link was refused, and the reason once it can be', async ({
    shop,
    openPhone,
  }) => {
    const { link } = await shop.requestLink();
    const broken = new URL(`/pay?lang=en${fragmentOf(link)}broken`, shop.shopUrl).href;
    const { page } = await openPhone({ allowed: [/ERR_CONNECTION_RESET/, /404/] });
    await page.route(PAY_PART, (route) => route.abort('connectionreset'));
    await page.goto(broken);
    const { notice } = pickerOn(page);
    await notice.getByRole('heading', { name: english.problem }).waitFor();
    expect(await notice.textContent()).toContain('No payment was started');
    await page.unroute(PAY_PART);
    await page.reload();
    await notice.getByRole('heading', { name: english.linkBroken }).waitFor();
  });
});
