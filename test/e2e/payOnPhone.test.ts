import { describe, expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import { copiedOn, watchCopying } from './support/watchCopying.js';
import type { EnginePage } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { findViolations } from './support/findViolations.js';
import { pickerOn } from './support/pickerOn.js';
import { readQRCode } from './support/readQRCode.js';
import { screenshotStyle } from './support/screenshotStyle.js';
import { shrink } from './support/shrink.js';

const INSTAGRAM =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21F79 Instagram 335.0.0.34.95';

const address = (page: EnginePage): Promise<string> => page.evaluate(() => location.href);
const noticeOf = (page: EnginePage, heading: string) =>
  pickerOn(page).notice.getByRole('heading', { name: heading });

describe('a payer at a computer', () => {
  it('reads the link with a phone from near and far, and sees here what the phone does', async ({
    shop,
    openPhone,
  }) => {
    const { order, link } = await shop.requestLink();
    const { page } = await openPhone({ desk: true, colorScheme: 'dark', allowed: [screenshotStyle] });
    await page.goto(link);
    await page.getByText(english.payOnPhone).click();
    const code = page.getByRole('img', { name: english.qrCode });
    const image = await code.screenshot();
    const scanned = readQRCode(image);
    expect(scanned).toBe(await address(page));
    expect(readQRCode(shrink(image, 2))).toBe(scanned);
    expect(await findViolations(page)).toEqual([]);
    // What is added stands beside the picker's own styles, not in their place.
    const { payButton } = pickerOn(page);
    expect(await payButton.evaluate((button) => getComputedStyle(button).paddingTop)).toBe('14px');

    const { page: phone } = await openPhone();
    await phone.goto(scanned);
    expect(await phone.getByText(english.payOnPhone).count()).toBe(0);
    await pickerOn(phone).payWith('MobilePay');
    await phone.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
    await noticeOf(page, english.inProgress).waitFor();
    expect(await payButton.isVisible()).toBe(false);
    expect(await code.count()).toBe(0);

    await phone.getByRole('button', { name: 'Approve in MobilePay' }).tap();
    await noticeOf(page, english.alreadyPaid).waitFor();
    expect(order.state).toBe('paid');
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 });
  });

  it('reads that the code cannot be shown, and pays here', async ({ shop, openPhone }) => {
    const { link } = await shop.requestLink();
    const { page } = await openPhone({ desk: true, blocks: '/qr.js', allowed: [/ERR_BLOCKED_BY_CLIENT/] });
    await page.goto(link);
    await page.getByText(english.payOnPhone).click();
    await page.getByText(english.qrCodeFailed).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await pickerOn(page).method('MobilePay').click();
    await pickerOn(page).payButton.click();
    await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
  });

  it('is shown no code where the page holds a token in place of a link', async ({ shop, openPhone }) => {
    const { url } = await shop.requestTokenLink();
    const { page } = await openPhone({ desk: true });
    await page.goto(url);
    await pickerOn(page).method('Card').click();
    await pickerOn(page).payButton.click();
    await page.getByRole('button', { name: 'Pay 366.00 DKK' }).waitFor();
    const asked = shop.arrivals.map(({ url }) => url.pathname);
    expect(asked).toContainEqual(expect.stringMatching(/altapay\.pay\.js$/));
    expect(asked.filter((path) => /further|qr/.test(path))).toEqual([]);
  });
});

describe('a payer inside an app', () => {
  it('reads so, copies the link, and may pay all the same', async ({ shop, openPhone }) => {
    const { link } = await shop.requestLink();
    const { page } = await openPhone({ userAgent: INSTAGRAM, permissions: ['clipboard-write'] });
    await page.addInitScript(watchCopying);
    await page.goto(link);
    await page.getByText(english.inAppHelp).waitFor();
    expect(await page.getByText(english.payOnPhone).count()).toBe(0);
    await page.getByRole('button', { name: english.copyLink }).tap();
    await page.getByText(english.linkCopied).first().waitFor();
    expect(await copiedOn(page)).toBe(await address(page));
    expect(await findViolations(page)).toEqual([]);
    await pickerOn(page).payWith('MobilePay');
    await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
  });
});
