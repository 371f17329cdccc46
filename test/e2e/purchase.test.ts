import { describe, expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import type { EnginePage } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';
import { readQRCode } from './support/readQRCode.js';
import { screenshotStyle } from './support/screenshotStyle.js';

const PAID_ONCE = { arrivals: 1, keys: 1, paymentsCreated: 1, paymentsFinalised: 1 };
const METHODS: [method: string, approve: string][] = [
  ['MobilePay', 'Approve in MobilePay'],
  ['Card', 'Pay 366.00 DKK'],
];

const address = async (page: EnginePage): Promise<URL> => new URL(await page.evaluate(() => location.href));
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The merchant makes an order, asks for its payment link, and the phone's camera sees the code on the screen. */
async function makeOrderAndScan(page: EnginePage, shopUrl: string): Promise<string> {
  await page.goto(shopUrl);
  await page.getByLabel('Morning roast').press('ArrowUp');
  await page.getByRole('button', { name: 'Make order' }).tap();
  await page.getByRole('button', { name: 'Request payment link' }).tap();
  const scanned = readQRCode(await page.getByAltText('QR code of the payment link').screenshot());
  expect(scanned).toBe(await page.getByLabel('Payment link').inputValue());
  return scanned;
}

async function payAndAnswer(page: EnginePage, method: string, answer: string): Promise<void> {
  await pickerOn(page).payWith(method);
  await page.getByRole('button', { name: answer, exact: true }).tap();
}

describe('a purchase by payment link', () => {
  it.for(METHODS)(
    'goes from an order over its QR code and %s to a payment the shop shows live',
    async ([method, approve], { shop, openPhone }) => {
      const desk = await openPhone({ allowed: [screenshotStyle] });
      const link = await makeOrderAndScan(desk.page, shop.shopUrl);
      await desk.page.evaluate(() => Object.assign(globalThis, { neverReloaded: true }));
      const [order] = shop.orders.newestFirst();

      const { page } = await openPhone();
      await page.goto(link);
      const picker = pickerOn(page);
      await picker.payButton.waitFor();
      expect(plain(await picker.merchant.innerText())).toBe('Pay to Havn Coffee');
      expect((await picker.lines.allInnerTexts()).map(plain)).toEqual([
        '2 × Morning roast, whole beans, 500 g DKK 178.00',
        'Stoneware mug, hand thrown, 30 cl DKK 149.00',
        'Delivery, by post, 1–2 days DKK 39.00',
      ]);
      const total = await picker.total.innerText();
      expect(plain(total)).toBe('DKK 366.00');
      expect(await picker.payButton.innerText()).toBe(`Pay ${total}`);
      const { search, hash } = await address(page);
      expect(search).toBe('?lang=en');
      expect(hash).toBe(`#sessionId=${order!.sessionId!}&linkId=${link.split('/').at(-1)!}`);

      await payAndAnswer(page, method, approve);
      await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
      expect((await address(page)).href).toBe(`${shop.shopUrl}/thanks?order=${order!.receipt}`);

      await expect.poll(() => desk.page.locator('#state').innerText()).toBe('Paid');
      await desk.page.getByText('Confirmed by Checkout.').waitFor();
      expect(await desk.page.evaluate(() => 'neverReloaded' in globalThis)).toBe(true);
      expect(shop.sandbox.ledger()).toMatchObject({
        ...PAID_ONCE,
        callbacks: [
          { kind: 'notification', status: 200 },
          { kind: 'success', status: 303 },
        ],
      });
      expect(order).toMatchObject({ state: 'paid', paymentId: expect.any(String) as string });
    },
  );

  it('goes over Checkout’s own page where the merchant has none', async ({ shop, openPhone }) => {
    const { order, link } = await shop.requestLink({ ownPage: false });
    const { page } = await openPhone();
    await page.goto(link);
    expect((await address(page)).origin).toBe(shop.checkoutUrl);
    await payAndAnswer(page, 'MobilePay', 'Approve in MobilePay');
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    expect(shop.sandbox.ledger()).toMatchObject(PAID_ONCE);
    expect(order.state).toBe('paid');
  });

  it.for([
    ['Decline', 'The payment did not go through.', 'Payment declined: Declined in the sandbox'],
    ['Cancel', 'You stopped the payment.', 'Payer cancelled the payment: Cancelled in the sandbox'],
  ] as const)(
    'that ends with “%s” leaves the order unpaid, and the same link pays it with another method',
    async ([answer, heading, record], { shop, openPhone }) => {
      const { order, link } = await shop.requestLink();
      const { page } = await openPhone();
      await page.goto(link);
      await payAndAnswer(page, 'MobilePay', answer);
      await page.getByRole('heading', { name: heading }).waitFor();
      expect(order.state).toBe('waiting');
      expect(order.events.at(-1)?.text).toBe(record);
      expect(shop.sandbox.ledger()).toMatchObject({ paymentsCreated: 1, paymentsFinalised: 0 });

      await page.getByRole('link', { name: 'Try again' }).tap();
      await payAndAnswer(page, 'Card', 'Pay 366.00 DKK');
      await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
      expect(order.state).toBe('paid');
      expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 2, paymentsCreated: 2, paymentsFinalised: 1 });
    },
  );

  it('that is over says so to whoever opens the link again', async ({ shop, openPhone }) => {
    const { link } = await shop.requestLink();
    const { page } = await openPhone();
    await page.goto(link);
    await payAndAnswer(page, 'MobilePay', 'Approve in MobilePay');
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();

    await page.goto(link);
    const picker = pickerOn(page);
    await picker.notice.getByRole('heading', { name: english.alreadyPaid }).waitFor();
    expect(await picker.methods.count()).toBe(0);
    expect(await picker.payButton.isVisible()).toBe(false);
    expect(shop.sandbox.ledger()).toMatchObject(PAID_ONCE);
  });
});
