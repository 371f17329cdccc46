import { expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import type { EngineKey, EnginePage } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';

type Place = { focused(): string };

/**
 * Lets the page say what has the focus, through every shadow root: its text, or its label's. It notes that by itself, for
 * the next page of its origin, whenever the session's state has changed: a page that is being left answers no questions.
 */
function noteFocus(): void {
  const focused = (): string => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return 'nothing';
    const words = element instanceof HTMLInputElement ? element.labels?.[0] : element;
    return words?.textContent.trim() ?? '';
  };
  addEventListener('altapay:statechange', () => {
    sessionStorage.noted = JSON.stringify([...JSON.parse(sessionStorage.noted ?? '[]'), focused()]);
  });
  Object.assign(globalThis, { focused });
}

const focused = (page: EnginePage): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as Place).focused());

async function press(page: EnginePage, key: EngineKey): Promise<string> {
  await page.keyboard.press(key);
  return focused(page);
}

it('pays by keyboard alone, and never loses its place', async ({ shop, openPhone }) => {
  const { order, link } = await shop.requestLink();
  const payments = shop.holdRequests(/^POST .*\/payment$/);
  const gateway = shop.holdRequests(/^GET \/checkout\/gateway\//);
  const { page } = await openPhone();
  await page.addInitScript(noteFocus);
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

  await page.evaluate(() => sessionStorage.removeItem('noted'));
  await page.keyboard.press('Enter');
  await expect.poll(payments.waiting).toBe(1);
  expect(await focused(page)).toBe(english.initiating);
  payments.open();
  await expect.poll(gateway.waiting).toBe(1);
  gateway.open();

  await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
  expect(await press(page, 'Tab')).toBe('Approve in MobilePay');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
  expect(order.state).toBe('paid');
  const host = new URL(shop.checkoutUrl).host;
  const noted = await page.evaluate(() => JSON.parse(sessionStorage.noted as string) as unknown);
  expect(noted).toEqual([english.initiating, english.handedOff.replace('{host}', host)]);
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
