import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import { it } from './support/e2eTest.js';
import { pickerOn } from './support/pickerOn.js';

type Place = { focused(): string };

/**
 * Lets the page say what has the focus, through every shadow root: its text, or its label's. It notes that by itself
 * whenever the session's state has changed, because a page that is being left answers no more questions.
 */
async function noteFocus(page: Page): Promise<string[]> {
  const noted: string[] = [];
  await page.exposeBinding('note', (_, text: string) => noted.push(text));
  await page.addInitScript(() => {
    const focused = (): string => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body) return 'nothing';
      const words = element instanceof HTMLInputElement ? element.labels?.[0] : element;
      return words?.textContent.trim() ?? '';
    };
    const { note } = globalThis as unknown as { note(text: string): void };
    addEventListener('altapay:statechange', () => note(focused()));
    Object.assign(globalThis, { focused });
  });
  return noted;
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as Place).focused());

async function press(page: Page, key: string): Promise<string> {
  await page.keyboard.press(key);
  return focused(page);
}

it('pays by keyboard alone, and never loses its place', async ({ shop, openPhone }) => {
  const { order, link } = await shop.requestLink();
  const payments = shop.holdRequests(/^POST .*\/payment$/);
  const gateway = shop.holdRequests(/^GET \/checkout\/gateway\//);
  const { page } = await openPhone();
  const noted = await noteFocus(page);
  await page.goto(link);
  const picker = pickerOn(page);
  await picker.payButton.waitFor();

  expect(await press(page, 'Tab')).toContain(english.orderLines);
  expect(await press(page, 'Tab')).toContain('Card');
  expect(await press(page, 'ArrowDown')).toContain('MobilePay');
  expect(await press(page, 'ArrowDown')).toContain('Klarna');
  expect(await press(page, 'ArrowUp')).toContain('MobilePay');
  expect(await picker.method('MobilePay').getByRole('radio').isChecked()).toBe(true);
  expect(await press(page, 'Tab')).toContain('Pay DKK');

  noted.length = 0;
  await page.keyboard.press('Enter');
  await expect.poll(payments.waiting).toBe(1);
  expect(await focused(page)).toBe(english.initiating);
  payments.open();
  const host = new URL(shop.checkoutUrl).host;
  await expect.poll(() => noted).toEqual([english.initiating, english.handedOff.replace('{host}', host)]);
  gateway.open();

  await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
  expect(await press(page, 'Tab')).toBe('Approve in MobilePay');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
  expect(order.state).toBe('paid');
  expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 });
});

it('pays by Enter on the chosen method, as a form does', async ({ shop, openPhone }) => {
  const { link } = await shop.requestLink();
  const { page } = await openPhone();
  await page.goto(link);
  const picker = pickerOn(page);
  await picker.methods.first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
  expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
});
