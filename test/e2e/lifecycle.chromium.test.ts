import type { CDPSession, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import {
  COUNTED_SHOP,
  countKept,
  LONG,
  openCountedPage,
  prepareOpening,
  ROUNDS,
  run,
} from './support/countedPage.js';
import { it } from './support/e2eTest.js';
import { expectStillPays, openRefusedPage } from './support/refusedPayments.js';

const MEBIBYTE = 2 ** 20;

async function inspect(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  return cdp;
}

/** Measures until what is kept is as expected: garbage may need more than one round to be gone, a leak stays. */
async function measureUntil(page: Page, cdp: CDPSession, kept: object): Promise<Measured> {
  let measured = await measure(page, cdp);
  await expect.poll(async () => (measured = await measure(page, cdp)).kept).toMatchObject(kept);
  return measured;
}

type Measured = Awaited<ReturnType<typeof measure>>;

/** What there is of the page after a collection of garbage. */
async function measure(page: Page, cdp: CDPSession) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)!.value;
  return {
    heap: metric('JSHeapUsedSize'),
    kept: {
      ...(await countKept(page)),
      listeners: metric('JSEventListeners'),
      windowListeners: await listenersOf(cdp, 'window'),
      documentListeners: await listenersOf(cdp, 'document'),
      signals: await instancesOf(cdp, 'AbortSignal'),
      shadowRoots: await instancesOf(cdp, 'ShadowRoot'),
    },
    nodes: metric('Nodes'),
  };
}

async function listenersOf(cdp: CDPSession, expression: string): Promise<number> {
  const { result } = await cdp.send('Runtime.evaluate', { expression });
  const { listeners } = await cdp.send('DOMDebugger.getEventListeners', { objectId: result.objectId! });
  return listeners.length;
}

async function instancesOf(cdp: CDPSession, name: string): Promise<number> {
  const objectGroup = 'instances';
  const { result } = await cdp.send('Runtime.evaluate', { expression: `${name}.prototype`, objectGroup });
  const { objects } = await cdp.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId!,
    objectGroup,
  });
  const length = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await cdp.send('Runtime.releaseObjectGroup', { objectGroup });
  return length.result.value as number;
}

describe('a page that lives long', () => {
  it(
    `is left as it was by ${ROUNDS} sessions that were opened and destroyed`,
    LONG,
    async ({ openShop, openPhone }) => {
      const shop = await openShop(COUNTED_SHOP);
      const { page } = await openPhone();
      await openCountedPage(page, shop, prepareOpening);
      const cdp = await inspect(page);
      await run(page, 30);
      const before = await measureUntil(page, cdp, { timers: 0, fetching: 0 });
      await run(page, ROUNDS);
      const { shadowRoots: _, ...kept } = before.kept;
      const after = await measureUntil(page, cdp, kept);
      // The engine may not have let go of the last one yet; a leak would be all of them.
      expect(after.kept.shadowRoots).toBeLessThanOrEqual(1);
      expect(Math.abs(after.nodes - before.nodes)).toBeLessThan(30);
      expect(after.heap - before.heap).toBeLessThan(2 * MEBIBYTE);
      expect(await page.locator('#payment > *').count()).toBe(0);
      const openings = shop.sandbox.ledger().requests.filter(({ path }) => path.endsWith('/activation'));
      expect(openings).toHaveLength(1);

      // One that is not destroyed is noticed.
      await run(page, 1, false);
      const left = await measureUntil(page, cdp, { fetching: 0 });
      expect(left.kept.shadowRoots).toBeGreaterThan(0);
      expect(left.kept.windowListeners).toBeGreaterThan(before.kept.windowListeners);
      expect(left.kept.timers).toBeGreaterThan(0);
    },
  );

  it(
    `P30 is left as it was by ${ROUNDS} payments that were refused, and may still pay`,
    LONG,
    async ({ openShop, openPhone }) => {
      const shop = await openShop(COUNTED_SHOP);
      const { page } = await openPhone({ allowed: [/Failed to load resource/] });
      await openRefusedPage(page, shop);
      const cdp = await inspect(page);
      const before = await measureUntil(page, cdp, { fetching: 0, shadowRoots: 1 });
      await run(page, ROUNDS);
      const after = await measureUntil(page, cdp, before.kept);
      expect(Math.abs(after.nodes - before.nodes)).toBeLessThan(30);
      expect(after.heap - before.heap).toBeLessThan(2 * MEBIBYTE);
      await expectStillPays(page, shop);
    },
  );
});
