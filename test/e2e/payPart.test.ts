import { describe, expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import type { EnginePage } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';
import { resetConnection } from './support/resetConnection.js';
import type { RunningShop, ShopSetting } from './support/startShop.js';

const PAY_PART = /^GET \/sdk\/altapay\.pay\.js$/;
// In Chromium's words; the others have none.
const LOST = /ERR_CONNECTION_RESET/;

/** A shop that does not give out the part that pays, until it is mended. */
function createFault(): { serve: NonNullable<ShopSetting['serve']>; mend(): void } {
  let isBroken = true;
  return {
    serve: ({ method, url }) =>
      isBroken && PAY_PART.test(`${method} ${new URL(url).pathname}`) ? resetConnection() : undefined,
    mend: () => void (isBroken = false),
  };
}

/** The fragment with which Checkout sends the payer of a link to the payment page. */
function fragmentOf(link: string): string {
  const [linkId, sessionId] = new URL(link).pathname.split('/').reverse();
  return `#sessionId=${sessionId}&linkId=${linkId}`;
}

async function approve(page: EnginePage, shop: RunningShop): Promise<void> {
  await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
  await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
  expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 });
}

describe('a payer who is quicker than the part that pays', () => {
  it('sees the payment start, presses on, and pays once when it comes', async ({ shop, openPhone }) => {
    const { link } = await shop.requestLink();
    const { page } = await openPhone();
    const part = shop.holdRequests(PAY_PART);
    await page.goto(link);
    const { payButton, payWith } = pickerOn(page);
    await payWith('MobilePay');
    await expect.poll(() => payButton.textContent()).toBe(english.initiating);
    await payButton.evaluate((button) => (button as HTMLElement).click());
    await page.keyboard.press('Enter');
    expect(part.requests).toHaveLength(1);
    expect(shop.sandbox.ledger().arrivals).toBe(0);
    part.open();
    await approve(page, shop);
  });

  it('does not pay for a link that was left meanwhile', async ({ shop, openPhone }) => {
    const { link } = await shop.requestLink();
    const { link: other } = await shop.requestLink();
    const { page } = await openPhone();
    const part = shop.holdRequests(PAY_PART);
    await page.goto(link);
    const { payButton, payWith } = pickerOn(page);
    await payWith('MobilePay');
    await expect.poll(() => payButton.textContent()).toBe(english.initiating);
    await page.evaluate((hash) => (location.hash = hash), fragmentOf(other));
    await expect.poll(() => payButton.textContent()).toContain('Pay ');
    part.open();
    await payWith('MobilePay');
    await approve(page, shop);
  });
});

describe('a payer for whom the part that pays cannot be loaded', () => {
  it('is told that nothing was started, and pays at the next press once it can be', async ({
    openShop,
    openPhone,
  }) => {
    const { serve, mend } = createFault();
    const shop = await openShop({ serve });
    const { link } = await shop.requestLink();
    const { page } = await openPhone({ allowed: [LOST] });
    await page.goto(link);
    const { payButton, notice, payWith } = pickerOn(page);
    await payWith('MobilePay');
    await notice.getByRole('heading', { name: english.cantStart }).waitFor();
    expect(await page.locator('[part=picker] [role=alert]').textContent()).toContain(english.cantStartHelp);
    expect(shop.sandbox.ledger().arrivals).toBe(0);
    mend();
    await payButton.tap();
    await approve(page, shop);
  });

  it('reads that something went wrong where the link was refused, and the reason once it can be', async ({
    openShop,
    openPhone,
  }) => {
    const { serve, mend } = createFault();
    const shop = await openShop({ serve });
    const { link } = await shop.requestLink();
    const broken = new URL(`/pay?lang=en${fragmentOf(link)}broken`, shop.shopUrl).href;
    const { page } = await openPhone({ allowed: [LOST, /404/] });
    await page.goto(broken);
    const { notice } = pickerOn(page);
    await notice.getByRole('heading', { name: english.problem }).waitFor();
    expect(await notice.textContent()).toContain('No payment was started');
    mend();
    await page.reload();
    await notice.getByRole('heading', { name: english.linkBroken }).waitFor();
  });
});
