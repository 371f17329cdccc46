import { expect } from 'vitest';
import type { EnginePage } from './enginePage.js';
import { goBack } from './goBack.js';

/** Waits for the sandbox's gateway, and presses Back there. */
export async function goBackFromGateway(page: EnginePage): Promise<void> {
  await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
  await goBack(page);
  // By the page itself: not every driver hears of a page that was kept.
  await expect.poll(() => page.evaluate(() => location.pathname).catch(() => undefined)).toBe('/pay');
}
