import { describe, expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import { handOffMethods } from '../../src/sandbox/index.js';
import type { EnginePage } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';

/** The address of the page that plays the app, for the newest payment. */
async function appAddress(page: EnginePage): Promise<string> {
  const link = pickerOn(page).notice.getByRole('link');
  await link.waitFor();
  return (await link.getAttribute('href'))!;
}

describe('an app', () => {
  it('that is not there leads to the same payment in the browser, and its page tells the tab left open', async ({
    openShop,
    openPhone,
  }) => {
    const shop = await openShop({ methods: handOffMethods });
    const { link } = await shop.requestLink();
    // The browser's own line about a scheme that nobody answers to.
    const { page, context } = await openPhone({ allowed: [/scheme does not have a registered handler/] });
    await page.goto(link);
    const { method, payButton, notice } = pickerOn(page);
    await method('MobilePay app').tap();
    // Firefox may never tell that the way to an app which is not there has ended.
    await payButton.tap({ noWaitAfter: true });
    await notice.getByRole('heading', { name: 'Did MobilePay app not open?' }).waitFor();
    await notice.getByText(english.appNotOpenedWeb).waitFor();
    const address = await appAddress(page);
    expect(new URL(address).origin).toBe(shop.checkoutUrl);

    // No second payment is to be had while this one is under way.
    await notice.getByRole('button', { name: english.otherMethod }).tap();
    await notice.getByRole('heading', { name: english.inProgress }).waitFor();
    expect(await pickerOn(page).payButton.isVisible()).toBe(false);

    // The app opens the shop's address in a tab of its own, before the shop has heard anything.
    const app = await context.newPage();
    await app.goto(address);
    await app.getByRole('link', { name: 'Return without an answer' }).tap();
    await app.getByRole('heading', { name: english.waiting }).waitFor();
    await shop.sandbox.settlePayment(address.split('/').at(-1)!, 'SUCCEEDED');
    await app.getByRole('heading', { name: english.alreadyPaid }).waitFor();
    await notice.getByRole('heading', { name: english.alreadyPaid }).waitFor();
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 });
  });
});
