import type { CDPSession, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { serveFaultPage } from '../faults/support/faultPage.js';
import type { PageGlobals } from '../faults/support/pageGlobals.js';
import { it } from './support/e2eTest.js';
import { goBack } from './support/goBack.js';
import { launchChromium } from './support/launchChromium.js';
import { pickerOn } from './support/pickerOn.js';
import type { RunningShop } from './support/startShop.js';

const ROUNDS = process.env.TEST_FULL ? 1_000 : 200;
const MEBIBYTE = 2 ** 20;
/** Work, not waiting: a machine five times slower must get through it. */
const LONG = { timeout: 900_000 };

/** What the page itself counts, and the answers it gives the SDK. */
type Counted = PageGlobals & {
  counted: { readonly timers: Set<unknown>; fetching: number };
  run(rounds: number, destroy: boolean): Promise<void>;
};

/** Counts the page's timers and requests from before its first script. */
function count(): void {
  const {
    setTimeout: later,
    clearTimeout: stop,
    setInterval: often,
    clearInterval: rest,
    fetch,
  } = globalThis;
  const timers = new Set<unknown>();
  const counted = { timers, fetching: 0 };
  const end = (id: unknown): void => void timers.delete(id);
  Object.assign(globalThis, {
    counted,
    waits: true,
    setTimeout(run: () => void, ms?: number, ...rest: []) {
      const id = later(
        () => {
          end(id);
          run();
        },
        ms,
        ...rest,
      );
      timers.add(id);
      return id;
    },
    setInterval(run: () => void, ms?: number) {
      const id = often(run, ms);
      timers.add(id);
      return id;
    },
    clearTimeout(id: number) {
      end(id);
      stop(id);
    },
    clearInterval(id: number) {
      end(id);
      rest(id);
    },
    fetch(...args: Parameters<typeof fetch>) {
      counted.fetching += 1;
      return fetch(...args).finally(() => (counted.fetching -= 1));
    },
  });
}

/** Opens the link again and again: loaded, refused, or given up while it loads; and leaves it each time. */
function prepareOpening(): void {
  let answer = '';
  const open = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    if (!answer) answer = await (await fetch(input, init)).text();
    return new Response(answer, { headers: { 'content-type': 'application/json' } });
  };
  const refuse = async (): Promise<Response> =>
    new Response('{"code":"LINK_EXPIRED"}', { status: 410, headers: { 'content-type': 'application/json' } });
  const wait = (_: unknown, init?: RequestInit): Promise<Response> =>
    new Promise((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    });
  Object.assign(globalThis, {
    async run(rounds: number, destroy: boolean) {
      const { start } = globalThis as unknown as Counted;
      for (let round = 0; round < rounds; round += 1) {
        const giveUp = new AbortController();
        const how = [open, refuse, wait][round % 3]!;
        const opening = start({ fetch: how, signal: giveUp.signal });
        if (how === wait) giveUp.abort();
        const session = await opening;
        if (destroy) session?.destroy();
      }
    },
  });
}

/** Asks for a payment again and again, and is refused. */
function preparePaying(): void {
  Object.assign(globalThis, {
    async run(rounds: number) {
      const { session } = globalThis as unknown as Counted;
      for (let round = 0; round < rounds; round += 1)
        await session.initiatePayment('card').catch(() => undefined);
    },
  });
}

const run = (page: Page, rounds: number, destroy = true): Promise<void> =>
  page.evaluate(([times, leave]) => (globalThis as unknown as Counted).run(times, leave), [
    rounds,
    destroy,
  ] as const);

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
      listeners: metric('JSEventListeners'),
      windowListeners: await listenersOf(cdp, 'window'),
      documentListeners: await listenersOf(cdp, 'document'),
      signals: await instancesOf(cdp, 'AbortSignal'),
      shadowRoots: await instancesOf(cdp, 'ShadowRoot'),
      timers: await page.evaluate(() => (globalThis as unknown as Counted).counted.timers.size),
      fetching: await page.evaluate(() => (globalThis as unknown as Counted).counted.fetching),
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

const openShopOf = { serve: serveFaultPage(() => ({ idempotencyKey: true })) };

async function openPage(page: Page, shop: RunningShop, prepare: () => void): Promise<void> {
  const { link } = await shop.requestLink();
  await page.addInitScript(count);
  await page.addInitScript(prepare);
  await page.goto(link);
}

describe('a page that lives long', () => {
  it(
    `is left as it was by ${ROUNDS} sessions that were opened and destroyed`,
    LONG,
    async ({ openShop, openPhone }) => {
      const shop = await openShop(openShopOf);
      const { page } = await openPhone();
      await openPage(page, shop, prepareOpening);
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
      const shop = await openShop(openShopOf);
      shop.sandbox.addFault({ match: 'POST /payment', kind: 'status', status: 422, times: 10 + ROUNDS });
      const { page } = await openPhone({ allowed: [/Failed to load resource/] });
      await openPage(page, shop, preparePaying);
      await page.evaluate(() => (globalThis as unknown as Counted).start());
      const cdp = await inspect(page);
      await run(page, 10);
      const before = await measureUntil(page, cdp, { fetching: 0, shadowRoots: 1 });
      await run(page, ROUNDS);
      const after = await measureUntil(page, cdp, before.kept);
      expect(Math.abs(after.nodes - before.nodes)).toBeLessThan(30);
      expect(after.heap - before.heap).toBeLessThan(2 * MEBIBYTE);
      expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 10 + ROUNDS, paymentsCreated: 0 });

      await pickerOn(page).payWith('MobilePay');
      await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
      expect(shop.sandbox.ledger()).toMatchObject({ paymentsCreated: 1 });
    },
  );

  it('may be kept by the browser for the Back button, before, with and after a session', async ({
    openShop,
    openPhone,
    onTestFinished,
  }) => {
    const browser = await launchChromium({ keepBackForwardCache: true });
    onTestFinished(() => browser.close());
    const shop = await openShop(openShopOf);
    const { page } = await openPhone({ browser });
    await page.addInitScript(() => {
      addEventListener('pageshow', ({ persisted }) => {
        const { dataset } = document.documentElement;
        if (persisted) dataset.restored = String(Number(dataset.restored ?? 0) + 1);
      });
    });
    await openPage(page, shop, prepareOpening);
    const cdp = await page.context().newCDPSession(page);
    const reasons: unknown[] = [];
    cdp.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) =>
      reasons.push(...notRestoredExplanations.map(({ reason }) => reason)),
    );
    await cdp.send('Page.enable');
    const leaveAndComeBack = async (): Promise<string | null> => {
      const url = page.url();
      await page.goto(shop.shopUrl);
      await goBack(page);
      await page.waitForURL(url, { waitUntil: 'commit' });
      return page.locator('html').getAttribute('data-restored');
    };

    expect([await leaveAndComeBack(), reasons]).toEqual(['1', []]);
    await page.evaluate(() => (globalThis as unknown as Counted).start());
    expect([await leaveAndComeBack(), reasons]).toEqual(['2', []]);
    await page.evaluate(() => (globalThis as unknown as Counted).session.destroy());
    await run(page, 9);
    expect([await leaveAndComeBack(), reasons]).toEqual(['3', []]);
  });
});
