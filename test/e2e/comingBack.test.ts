import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import { it } from './support/e2eTest.js';
import { goBack } from './support/goBack.js';
import { launchChromium } from './support/launchChromium.js';
import { pickerOn } from './support/pickerOn.js';
import type { RunningShop } from './support/startShop.js';

const SESSION = '/checkout/v1/api/session/{sessionId}';

/** Notes on the page itself that it was brought back as it was left. */
async function noteRestored(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) document.documentElement.dataset.restored = '';
    });
  });
}

async function goBackFromGateway(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
  await goBack(page);
  await page.waitForURL('**/pay?*', { waitUntil: 'commit' });
}

async function payByCard(page: Page): Promise<void> {
  await pickerOn(page).payWith('Card');
  await page.getByRole('button', { name: 'Pay 366.00 DKK' }).tap();
  await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
}

function expectPaidOnce(shop: RunningShop): void {
  expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 2, paymentsCreated: 2, paymentsFinalised: 1 });
}

describe('a payer who comes back from the gateway', () => {
  it('finds the page as it was left brought up to date, and pays once', async ({
    shop,
    openPhone,
    onTestFinished,
  }) => {
    const browser = await launchChromium({ keepBackForwardCache: true });
    onTestFinished(() => browser.close());
    const { order, link } = await shop.requestLink();
    const { page } = await openPhone({ browser });
    await noteRestored(page);
    await page.goto(link);
    await pickerOn(page).payWith('MobilePay');
    await goBackFromGateway(page);

    const picker = pickerOn(page);
    await picker.notice.getByRole('heading', { name: english.welcomeBack }).waitFor();
    expect(await page.locator('html').getAttribute('data-restored')).toBe('');
    expect(shop.sandbox.ledger().requests.filter(({ path }) => path === SESSION)).not.toHaveLength(0);
    expect(await picker.method('MobilePay').getByRole('radio').isChecked()).toBe(true);
    await payByCard(page);
    expectPaidOnce(shop);
    expect(order.state).toBe('paid');
  });

  it('finds the page loaded anew where the browser keeps none, and pays once', async ({
    shop,
    openPhone,
  }) => {
    const { order, link } = await shop.requestLink();
    const { page } = await openPhone();
    await noteRestored(page);
    await page.goto(link);
    await pickerOn(page).payWith('MobilePay');
    await goBackFromGateway(page);

    await payByCard(page);
    expectPaidOnce(shop);
    expect(order.state).toBe('paid');
  });

  it('reads that the order is paid where it was paid meanwhile', async ({ shop, openPhone }) => {
    const { link } = await shop.requestLink();
    const { page, context } = await openPhone();
    await page.goto(link);
    await pickerOn(page).payWith('MobilePay');
    await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Approve in MobilePay' }).tap();
    await other.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();

    await goBack(page);
    await pickerOn(page).notice.getByRole('heading', { name: english.alreadyPaid }).waitFor();
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 });
  });
});

describe('the address of an open payment page', () => {
  it('loads again, as often as the payer likes', async ({ shop, openPhone }) => {
    const { order, link } = await shop.requestLink();
    const { page } = await openPhone();
    await page.goto(link);
    const address = page.url();
    for (let reload = 0; reload < 2; reload += 1) {
      await pickerOn(page).payButton.waitFor();
      await page.reload();
    }
    expect(page.url()).toBe(address);
    await payByCard(page);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsFinalised: 1 });
    expect(order.state).toBe('paid');
  });

  it('shows and pays the other order when another link is opened in the same tab', async ({
    shop,
    openPhone,
  }) => {
    const first = await shop.requestLink();
    const second = await shop.requestLink({ basket: { dripper: '1' } });
    const { page } = await openPhone();
    await page.goto(first.link);
    const picker = pickerOn(page);
    await picker.method('Card').tap();
    await page.getByText(first.order.id).waitFor();

    const [sessionId, linkId] = second.link.split('/').slice(-2);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `sessionId=${sessionId!}&linkId=${linkId!}`);
    await page.getByText(second.order.id).waitFor();
    expect(await page.getByText(first.order.id).count()).toBe(0);
    expect(await picker.payButton.innerText()).toMatch(/^Pay DKK\s615\.00$/);

    await picker.payWith('MobilePay');
    await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    expect([first.order.state, second.order.state]).toEqual(['waiting', 'paid']);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 });
  });
});
