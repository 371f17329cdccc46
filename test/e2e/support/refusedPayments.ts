import { expect } from 'vitest';
import { openCountedPage, preparePaying, ROUNDS, run, type CountedGlobals } from './countedPage.js';
import type { EnginePage } from './enginePage.js';
import { pickerOn } from './pickerOn.js';
import type { RunningShop } from './startShop.js';

/** The first ones load what stays, such as the part that pays. */
const FIRST = 10;

/** Opens a counted page whose next `ROUNDS` payments are refused, as the first ones were. */
export async function openRefusedPage(
  page: EnginePage,
  shop: RunningShop,
  ...prepare: readonly (() => void)[]
): Promise<void> {
  shop.sandbox.addFault({ match: 'POST /payment', kind: 'status', status: 422, times: FIRST + ROUNDS });
  await openCountedPage(page, shop, ...prepare, preparePaying);
  await page.evaluate(() => (globalThis as unknown as CountedGlobals).start().then(() => undefined));
  await run(page, FIRST);
}

/** Expects that each was asked for and none made, and that the next one is. */
export async function expectStillPays(page: EnginePage, shop: RunningShop): Promise<void> {
  expect(shop.sandbox.ledger()).toMatchObject({ arrivals: FIRST + ROUNDS, paymentsCreated: 0 });
  await pickerOn(page).payWith('MobilePay');
  await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
  expect(shop.sandbox.ledger()).toMatchObject({ paymentsCreated: 1 });
}
