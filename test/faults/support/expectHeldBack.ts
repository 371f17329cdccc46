import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Payment } from './faultTest.js';

/**
 * Holds a button to what a busy API asks for: it takes no press for so many seconds, which are counted down on the screen
 * and told to nobody; then it takes one. The page's clock must be the test's.
 */
export async function expectHeldBack(
  { page, picker, announced, shop }: Payment,
  button: Locator,
  seconds: number,
): Promise<void> {
  const told = await announced();
  const asked = shop.sandbox.ledger().requests.length;
  const countdown = picker.payButton.locator('xpath=following-sibling::p');
  const left = async (): Promise<number> => Number(/^(\d+) seconds?$/.exec(await countdown.innerText())?.[1]);
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  expect(await left()).toBeLessThanOrEqual(seconds);
  await button.tap({ force: true });
  await page.clock.fastForward((seconds / 2) * 1_000);
  await expect.poll(left).toBeLessThanOrEqual(seconds / 2);
  expect(await left()).toBeGreaterThan(0);
  expect(await announced()).toBe(told);
  expect(shop.sandbox.ledger().requests).toHaveLength(asked);
  await page.clock.fastForward((seconds / 2 + 1) * 1_000);
  await expect.poll(() => button.getAttribute('aria-disabled')).not.toBe('true');
  expect(await countdown.innerText()).not.toMatch(/^\d+ seconds?$/);
}
