import { expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';

it('draws the code, and leaves the link to the payer where no page may copy', async ({ shop, openPhone }) => {
  const { link } = await shop.requestLink();
  const { page } = await openPhone();
  // The window is a phone's in every engine, and no driver lends each of them another name.
  await page.addInitScript(() => {
    const instead = (on: object, name: string, value: unknown): unknown =>
      Object.defineProperty(on, name, { configurable: true, get: () => value });
    instead(navigator, 'userAgent', 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Instagram 335.0');
    instead(navigator, 'clipboard', undefined);
    const { matchMedia } = window;
    window.matchMedia = (query) => matchMedia.call(window, query.includes('pointer') ? 'all' : query);
  });
  await page.goto(link);
  const offer = page.locator('[part=phone]');
  await offer.locator('summary').tap();
  const code = offer.locator('svg[role=img]');
  await code.waitFor();
  const { width, height, light, dark } = await code.evaluate((svg) => {
    const { width, height } = svg.getBoundingClientRect();
    const { backgroundColor, fill } = getComputedStyle(svg);
    return { width, height, light: backgroundColor, dark: fill };
  });
  expect({ light, dark }).toEqual({ light: 'rgb(255, 255, 255)', dark: 'rgb(0, 0, 0)' });
  expect(width).toBeGreaterThan(200);
  expect(height).toBe(width);

  await page.locator('[part=in-app] button').tap();
  const field = page.locator('[part=in-app] input.link');
  await field.waitFor();
  const held = await field.evaluate((input) => {
    const { value, selectionStart, selectionEnd } = input as HTMLInputElement;
    return { value, selected: value.slice(selectionStart ?? 0, selectionEnd ?? 0) };
  });
  const address = await page.evaluate(() => location.href);
  expect(held).toEqual({ value: address, selected: address });
  expect(await pickerOn(page).payButton.isVisible()).toBe(true);
  expect(await page.getByText(english.copyByHand, { exact: true }).count()).toBeGreaterThan(0);
});
