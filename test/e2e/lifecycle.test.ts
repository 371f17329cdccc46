import { describe, expect } from 'vitest';
import {
  COUNTED_SHOP,
  countListeners,
  countKept,
  LONG,
  openCountedPage,
  prepareOpening,
  ROUNDS,
  run,
  type CountedGlobals,
  type Kept,
} from './support/countedPage.js';
import { it } from './support/engineTest.js';
import { goBack } from './support/goBack.js';
import type { EnginePage } from './support/enginePage.js';
import { pickerOn } from './support/pickerOn.js';
import { expectStillPays, openRefusedPage } from './support/refusedPayments.js';
import { waitForLogos } from './support/waitForLogos.js';

const count = async (page: EnginePage): Promise<Kept & { nodes: number }> => ({
  ...(await countKept(page)),
  nodes: await page.evaluate(() => document.querySelectorAll('body *').length),
});

describe('a page that lives long', () => {
  it(
    `keeps nothing of ${ROUNDS} sessions that were opened and destroyed`,
    LONG,
    async ({ openShop, openPhone }) => {
      const shop = await openShop(COUNTED_SHOP);
      const { page } = await openPhone();
      await openCountedPage(page, shop, countListeners, prepareOpening);
      // Not none: a driver may count the time of what it asks.
      const before = await count(page);
      await run(page, ROUNDS);
      await expect.poll(() => count(page)).toEqual(before);
      const openings = shop.sandbox.ledger().requests.filter(({ path }) => path.endsWith('/activation'));
      expect(openings).toHaveLength(1);

      // One that is not destroyed is noticed.
      await run(page, 1, false);
      await expect.poll(async () => (await countKept(page)).timers).toBeGreaterThan(before.timers);
      const left = await countKept(page);
      expect(left.listeners).toBeGreaterThan(before.listeners);
    },
  );

  it(
    `P30 keeps nothing of ${ROUNDS} payments that were refused, and may still pay`,
    LONG,
    async ({ openShop, openPhone }) => {
      const shop = await openShop(COUNTED_SHOP);
      const { page } = await openPhone({ allowed: [/Failed to load resource/] });
      await openRefusedPage(page, shop, countListeners);
      await expect.poll(() => countKept(page)).toMatchObject({ fetching: 0 });
      const before = await countKept(page);
      await run(page, ROUNDS);
      await expect.poll(() => countKept(page)).toEqual(before);
      await expectStillPays(page, shop);
    },
  );

  it('may be kept by the browser for the Back button, before, with and after a session', async ({
    openShop,
    openPhone,
  }) => {
    const shop = await openShop(COUNTED_SHOP);
    const { page } = await openPhone({ keepsPages: true });
    await page.addInitScript(() => {
      addEventListener('pageshow', ({ persisted }) => {
        const { dataset } = document.documentElement;
        if (persisted) dataset.restored = String(Number(dataset.restored ?? 0) + 1);
      });
    });
    await openCountedPage(page, shop, prepareOpening);
    const leaveAndComeBack = async (restored: number): Promise<void> => {
      await page.goto(shop.shopUrl);
      await goBack(page);
      await page.locator(`html[data-restored="${restored}"]`).waitFor();
    };

    await leaveAndComeBack(1);
    await page.evaluate(() => (globalThis as unknown as CountedGlobals).start().then(() => undefined));
    // Firefox keeps no page that is still loading something.
    await pickerOn(page).payButton.waitFor();
    await waitForLogos(page);
    await expect.poll(() => countKept(page)).toMatchObject({ fetching: 0 });
    await leaveAndComeBack(2);
    await page.evaluate(() => (globalThis as unknown as CountedGlobals).session.destroy());
    await run(page, 9);
    await leaveAndComeBack(3);
  });
});
