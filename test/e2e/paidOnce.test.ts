import { describe, expect } from 'vitest';
import type { EngineLocator, EnginePage } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';

async function pointAt(page: EnginePage, button: EngineLocator): Promise<void> {
  const { x, y, width, height } = (await button.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
}

const IMPATIENCE: [what: string, press: (page: EnginePage, button: EngineLocator) => Promise<void>][] = [
  [
    '50 quick clicks',
    async (page, button) => {
      await pointAt(page, button);
      for (let click = 0; click < 50; click += 1) {
        await page.mouse.down();
        await page.mouse.up();
      }
    },
  ],
  [
    '50 clicks in one instant',
    (_, button) =>
      button.evaluate((element) => {
        for (let click = 0; click < 50; click += 1) (element as HTMLElement).click();
      }),
  ],
  [
    'Enter held down',
    async (page, button) => {
      await button.focus();
      for (let repeat = 0; repeat < 30; repeat += 1) await page.keyboard.down('Enter');
      await page.keyboard.up('Enter');
    },
  ],
  [
    'Enter held down on a method',
    async (page) => {
      await pickerOn(page).methods.first().focus();
      for (let repeat = 0; repeat < 30; repeat += 1) await page.keyboard.down('Enter');
      await page.keyboard.up('Enter');
    },
  ],
  [
    'a tap, a click and Enter',
    async (page, button) => {
      await button.tap();
      await pointAt(page, button);
      await page.mouse.down();
      await page.mouse.up();
      await page.keyboard.press('Enter');
    },
  ],
];

describe('one confirmation is one payment', () => {
  it.for(IMPATIENCE)('for %s', async ([, press], { shop, openPhone }) => {
    const { link } = await shop.requestLink();
    const { page } = await openPhone();
    await page.goto(link);
    const picker = pickerOn(page);
    await picker.method('MobilePay').tap();

    // Nothing is answered until the payer has had enough of pressing.
    const payments = shop.holdRequests(/^POST .*\/payment$/);
    await press(page, picker.payButton);
    await expect.poll(payments.waiting).toBe(1);
    expect(await picker.payButton.getAttribute('aria-disabled')).toBe('true');
    payments.open();

    await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, keys: 1, paymentsCreated: 1 });
  });
});
