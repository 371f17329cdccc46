import { describe, expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import type { EngineLocator } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { installClock } from './support/installClock.js';
import { pickerOn, type PickerOnPage } from './support/pickerOn.js';

const GONE = [/status of 410/];

async function expectExpired(picker: PickerOnPage<EngineLocator>): Promise<void> {
  await picker.notice.getByRole('heading', { name: english.linkExpired }).waitFor();
  expect(await picker.notice.innerText()).toContain(
    english.linkExpiredHelp.replace('{merchant}', 'Havn Coffee'),
  );
  expect(await picker.notice.getByRole('button').count()).toBe(0);
  expect(await picker.methods.count()).toBe(0);
  expect(await picker.payButton.isVisible()).toBe(false);
}

describe('a payment link that has run out', () => {
  it('says so when it is opened, and offers no way to pay', async ({ shop, openPhone }) => {
    const { link } = await shop.requestLink();
    shop.sandbox.advance(14 * 24 * 60);
    const { page } = await openPhone({ allowed: GONE });
    await page.goto(link);
    await expectExpired(pickerOn(page));
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 0, paymentsCreated: 0 });
  });

  it('says so when its time ran out on an open page and the payer pays', async ({ shop, openPhone }) => {
    const { order, link } = await shop.requestLink();
    const { page } = await openPhone({ allowed: GONE });
    await page.goto(link);
    const picker = pickerOn(page);
    await picker.method('Card').tap();
    shop.sandbox.advance(10);
    await picker.payButton.tap();
    await expectExpired(picker);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 0 });
    expect(order.state).toBe('waiting');
  });

  it('says so by itself when the time on the screen is over, whatever the phone’s clock says', async ({
    shop,
    openPhone,
  }) => {
    const { link } = await shop.requestLink();
    const { page } = await openPhone();
    const goOn = await installClock(page, Date.parse('2001-01-01'));
    await page.goto(link);
    const picker = pickerOn(page);
    await picker.method('Card').tap();
    await goOn(8.5 * 60_000);
    await expect.poll(() => page.locator('[part=picker]').innerText()).toMatch(/Time left: \d\d seconds/);
    await goOn(2 * 60_000);
    await expectExpired(picker);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 0 });
  });

  it('is replaced by a new one, which pays the same order', async ({ shop, openPhone }) => {
    const { order } = await shop.requestLink();
    shop.sandbox.advance(14 * 24 * 60);
    const { page } = await openPhone();
    await page.goto(await shop.requestLinkFor(order));
    await pickerOn(page).payWith('MobilePay');
    await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsFinalised: 1 });
    expect(order.state).toBe('paid');
  });
});
