import { describe, expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import type { EnginePage } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { goBackFromGateway } from './support/goBackFromGateway.js';
import { pickerOn } from './support/pickerOn.js';
import { waitForLogos } from './support/waitForLogos.js';

const PAID_ONCE = { arrivals: 1, keys: 1, paymentsCreated: 1, paymentsFinalised: 1 };
const SESSION = '/checkout/v1/api/session/{sessionId}';

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const address = (page: EnginePage): Promise<string> => page.evaluate(() => location.href);

async function approve(page: EnginePage): Promise<void> {
  await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
  await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
}

/** What no engine may get wrong, with every test run. */
describe('a payment link', () => {
  it('shows what is to be paid to whom, and leads to a paid order', async ({ shop, openPhone }) => {
    const { order, link } = await shop.requestLink();
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
    expect(plain(await picker.total.innerText())).toBe('DKK 366.00');
    expect(plain(await picker.payButton.innerText())).toBe('Pay DKK 366.00');

    await picker.payWith('MobilePay');
    await approve(page);
    expect(await address(page)).toBe(`${shop.shopUrl}/thanks?order=${order.receipt}`);
    expect(order).toMatchObject({ state: 'paid', paymentId: expect.any(String) as string });
    expect(shop.sandbox.ledger()).toMatchObject(PAID_ONCE);
  });

  it('is paid once by a double press', async ({ shop, openPhone }) => {
    const { link } = await shop.requestLink();
    const { page } = await openPhone();
    await page.goto(link);
    const picker = pickerOn(page);
    await picker.method('MobilePay').tap();

    // Nothing is answered until the payer has pressed twice.
    const payments = shop.holdRequests(/^POST .*\/payment$/);
    await picker.payButton.dblclick();
    await expect.poll(payments.waiting).toBe(1);
    expect(await picker.payButton.getAttribute('aria-disabled')).toBe('true');
    payments.open();
    await approve(page);
    expect(shop.sandbox.ledger()).toMatchObject(PAID_ONCE);
  });

  it('brings the page up to date that was left for the gateway and is kept for the Back button, and is paid once', async ({
    shop,
    openPhone,
  }) => {
    const { order, link } = await shop.requestLink();
    const { page } = await openPhone({ keepsPages: true });
    await page.goto(link);
    const picker = pickerOn(page);
    await picker.payButton.waitFor();
    // Firefox keeps no page that is still loading something.
    await waitForLogos(page);
    await page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => {
        if (persisted) document.documentElement.dataset.restored = '';
      }),
    );
    await picker.payWith('MobilePay');
    await goBackFromGateway(page);

    await picker.notice.getByRole('heading', { name: english.welcomeBack }).waitFor();
    expect(await page.locator('html').getAttribute('data-restored')).toBe('');
    expect(shop.sandbox.ledger().requests.filter(({ path }) => path === SESSION)).not.toHaveLength(0);
    expect(await picker.method('MobilePay').getByRole('radio').isChecked()).toBe(true);
    await picker.payButton.tap();
    await approve(page);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 2, paymentsFinalised: 1 });
    expect(order.state).toBe('paid');
  });

  it('that holds a token keeps nothing of it on the page, and is paid', async ({ shop, openPhone }) => {
    const { url, token, order } = await shop.requestTokenLink();
    const { page } = await openPhone();
    await page.goto(url);
    const picker = pickerOn(page);
    await picker.payButton.waitFor();
    expect(await address(page)).toBe(`${shop.shopUrl}/pay?lang=en`);
    const kept = await page.evaluate(() =>
      JSON.stringify([
        history.state,
        document.documentElement.outerHTML,
        Object.entries(localStorage),
        Object.entries(sessionStorage),
      ]),
    );
    expect(kept).not.toContain(token);

    await picker.payWith('MobilePay');
    await approve(page);
    expect(shop.sandbox.ledger()).toMatchObject(PAID_ONCE);
    expect(order.state).toBe('paid');
  });
});
