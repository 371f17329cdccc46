import type { PageGlobals } from '../../faults/support/pageGlobals.js';
import { serveFaultPage } from '../../faults/support/faultPage.js';
import type { EnginePage } from './enginePage.js';
import type { RunningShop, ShopSetting } from './startShop.js';

/** How often a long-lived page does the same. By threes, so that no session is the last, which an engine may hold for a while. */
export const ROUNDS = process.env.TEST_FULL ? 1_002 : 201;
/** Work, not waiting: a machine five times slower must get through it. */
export const LONG = { timeout: 900_000 };

/** What the page itself counts, and the answers it gives the SDK. */
export type CountedGlobals = PageGlobals & {
  counted: { readonly timers: Set<unknown>; fetching: number; listeners?(): number };
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

/** Counts, in place of an inspector, what the window and the document listen to: what outlives a picker. */
export function countListeners(): void {
  const open = new Set<{ to: EventTarget; type: string; heard: unknown }>();
  Object.assign((globalThis as unknown as CountedGlobals).counted, { listeners: () => open.size });
  const outlives = (to: EventTarget): boolean => to === globalThis || to === document;
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  Object.assign(EventTarget.prototype, {
    addEventListener(this: EventTarget | undefined, ...args: Parameters<typeof add>) {
      const to = this ?? globalThis;
      const [type, heard, options] = args;
      if (outlives(to)) {
        const one = { to, type, heard };
        open.add(one);
        const { signal } = Object(options) as AddEventListenerOptions;
        if (signal) add.call(signal, 'abort', () => open.delete(one));
      }
      add.apply(to, args);
    },
    removeEventListener(this: EventTarget | undefined, ...args: Parameters<typeof remove>) {
      const to = this ?? globalThis;
      for (const one of open)
        if (one.to === to && one.type === args[0] && one.heard === args[1]) open.delete(one);
      remove.apply(to, args);
    },
  });
}

/** Opens the link again and again: loaded, refused, or given up while it loads; and leaves it each time. */
export function prepareOpening(): void {
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
      const { start } = globalThis as unknown as CountedGlobals;
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
export function preparePaying(): void {
  Object.assign(globalThis, {
    async run(rounds: number) {
      const { session } = globalThis as unknown as CountedGlobals;
      for (let round = 0; round < rounds; round += 1)
        await session.initiatePayment('card').catch(() => undefined);
    },
  });
}

/** So many at once: a driver waits for an answer half a minute. */
const AT_ONCE = 99;

/** Does what the page was prepared for. */
export async function run(page: EnginePage, rounds: number, destroy = true): Promise<void> {
  for (let left = rounds; left > 0; left -= AT_ONCE)
    await page.evaluate(([times, leave]) => (globalThis as unknown as CountedGlobals).run(times, leave), [
      Math.min(left, AT_ONCE),
      destroy,
    ] as const);
}

/** What the page itself can count of what is kept. */
export type Kept = Record<'timers' | 'fetching' | 'listeners', number>;

/** Counts it. */
export const countKept = (page: EnginePage): Promise<Kept> =>
  page.evaluate(() => {
    const { timers, fetching, listeners } = (globalThis as unknown as CountedGlobals).counted;
    return { timers: timers.size, fetching, listeners: listeners?.() ?? 0 };
  });

/** A shop whose payment page starts when it is told. */
export const COUNTED_SHOP: ShopSetting = { serve: serveFaultPage(() => ({ idempotencyKey: true })) };

/** Opens its payment page, which counts, and is prepared for `run`. */
export async function openCountedPage(
  page: EnginePage,
  shop: RunningShop,
  ...prepare: readonly (() => void)[]
): Promise<void> {
  const { link } = await shop.requestLink();
  for (const script of [count, ...prepare]) await page.addInitScript(script);
  await page.goto(link);
}
