import { describe, expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import { handOffMethods } from '../../src/sandbox/index.js';
import type { EnginePage } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';

/** Pays in the app, up to its own question. */
async function leaveForApp(page: EnginePage, link: string): Promise<void> {
  await page.goto(link);
  await pickerOn(page).payWith('Vipps link');
  await page.getByRole('button', { name: 'Approve' }).waitFor();
  await page.getByRole('button', { name: 'Decline' }).waitFor();
}

describe('a payer whose app opens another browser than the one that was left', () => {
  it('reads there that the payment is being confirmed, and that it is paid, once', async ({
    openShop,
    openPhone,
  }) => {
    const shop = await openShop({ methods: handOffMethods });
    const { order, link } = await shop.requestLink();
    const left = await openPhone();
    await leaveForApp(left.page, link);

    const { page } = await openPhone();
    await page.goto(`${shop.shopUrl}/thanks?order=${order.receipt}&status=SUCCEEDED`);
    await page.getByRole('heading', { name: english.waiting }).waitFor();
    await left.page.getByRole('button', { name: 'Approve' }).tap();
    await page.getByRole('heading', { name: english.alreadyPaid }).waitFor();
    await left.page.getByRole('heading', { name: 'Approved' }).waitFor();
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 });
  });

  it('reads there that it was declined, and pays by another method from there', async ({
    openShop,
    openPhone,
  }) => {
    const shop = await openShop({ methods: handOffMethods });
    const { order, link } = await shop.requestLink();
    const left = await openPhone();
    await leaveForApp(left.page, link);

    const { page } = await openPhone();
    await page.goto(`${shop.shopUrl}/thanks?order=${order.receipt}`);
    await page.getByRole('heading', { name: english.waiting }).waitFor();
    await left.page.getByRole('button', { name: 'Decline' }).tap();
    await page.getByRole('heading', { name: english.declined }).waitFor();
    await page.getByRole('link', { name: english.tryAgain }).tap();
    await pickerOn(page).payWith('Card by form');
    await page.getByRole('button', { name: 'Pay 366.00 DKK' }).tap();
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 2, paymentsCreated: 2, paymentsFinalised: 1 });
  });
});
