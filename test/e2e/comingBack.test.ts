import { describe, expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import type { EnginePage } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { goBack } from './support/goBack.js';
import { goBackFromGateway } from './support/goBackFromGateway.js';
import { pickerOn } from './support/pickerOn.js';
import type { RunningShop } from './support/startShop.js';

async function payByCard(page: EnginePage): Promise<void> {
  await pickerOn(page).payWith('Card');
  await page.getByRole('button', { name: 'Pay 366.00 DKK' }).tap();
  await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
}

function expectPaidOnce(shop: RunningShop): void {
  expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 2, paymentsCreated: 2, paymentsFinalised: 1 });
}

describe('a payer who comes back from the gateway', () => {
  it('finds the page loaded anew where the browser keeps none, and pays once', async ({
    shop,
    openPhone,
  }) => {
    const { order, link } = await shop.requestLink();
    const { page } = await openPhone();
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
    await other.goto(await page.evaluate(() => location.href));
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
    const address = await page.evaluate(() => location.href);
    for (let reload = 0; reload < 2; reload += 1) {
      await pickerOn(page).payButton.waitFor();
      await page.reload();
    }
    expect(await page.evaluate(() => location.href)).toBe(address);
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
