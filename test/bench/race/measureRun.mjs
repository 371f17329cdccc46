import { applyProfile } from '../profiles.mjs';
import { openPhone } from '../openBrowser.mjs';
import { watchPicker } from './watchPicker.mjs';

/** How long a page may take until its picker is usable. */
const PATIENCE_MS = 120_000;
/** How long nothing may come over the network before a page counts as at rest. */
const QUIET_MS = 500;

/**
 * One run. Times in milliseconds since navigation began; script, thread and heap when the page is at rest.
 *
 * @typedef {object} Run
 * @property {number} visible - Something of the picker is drawn, a skeleton as well.
 * @property {number} usable - A way to pay can be chosen, and the pay button is there.
 * @property {number} bytes - On the wire until the picker is usable, answers with their headers.
 * @property {number} bytesInAll - The same when the page is at rest.
 * @property {number} requests - Until the picker is usable, preflights among them.
 * @property {number} foreign - Requests to other hosts, all refused.
 * @property {number} script - Milliseconds the page's thread ran scripts.
 * @property {number} thread - Milliseconds the page's thread was busy.
 * @property {number} longTasks - Tasks over 50 ms.
 * @property {number} longest - Of them, the longest; 0 for none.
 * @property {number} heap - Bytes of JavaScript after collecting garbage.
 * @property {number} shift - Cumulative layout shift.
 */

/**
 * Opens an address in a browser that has seen nothing yet.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {import('../profiles.mjs').Profile} profile
 * @returns {Promise<Run>}
 */
export async function measureRun(browser, url, profile) {
  const context = await openPhone(browser);
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await page.goto(new URL('/empty', url).href);
    await page.addInitScript(watchPicker);
    const network = await watchNetwork(cdp);
    const { usable } = await onUsable(cdp);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await readMetrics(cdp);
    await applyProfile(cdp, profile);
    await page.goto(url, { waitUntil: 'commit' });
    await usable;
    const untilUsable = network.counts();
    await network.quiet();
    const after = await readMetrics(cdp);
    await cdp.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize: heap = 0 } = await readMetrics(cdp);
    const seen = await page.evaluate(() => /** @type {any} */ (globalThis).bench);
    const tasks = seen.longTasks.map((/** @type {{ duration: number }} */ { duration }) => duration);
    const spent = (/** @type {string} */ name) => ((after[name] ?? 0) - (before[name] ?? 0)) * 1000;
    return {
      visible: seen.visible,
      usable: seen.usable,
      bytes: untilUsable.bytes,
      bytesInAll: network.counts().bytes,
      requests: untilUsable.requests,
      foreign: network.counts().foreign,
      script: spent('ScriptDuration'),
      thread: spent('TaskDuration'),
      longTasks: tasks.length,
      longest: Math.max(0, ...tasks),
      heap,
      shift: seen.shift,
    };
  } finally {
    await context.close();
  }
}

/** @param {import('playwright-core').CDPSession} cdp @returns {Promise<Record<string, number>>} */
async function readMetrics(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Wrapped, for a promise that is returned bare would be waited for. @param {import('playwright-core').CDPSession} cdp */
async function onUsable(cdp) {
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'benchDone' });
  const usable = new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No picker within ${PATIENCE_MS / 1000} s`)),
      PATIENCE_MS,
    );
    cdp.once('Runtime.bindingCalled', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
  return { usable };
}

/** @param {import('playwright-core').CDPSession} cdp */
async function watchNetwork(cdp) {
  const open = new Set();
  const counts = { bytes: 0, requests: 0, foreign: 0 };
  let lastChange = performance.now();
  await cdp.send('Network.enable');
  await cdp.send('Network.setBlockedURLs', { urls: ['https://*'] });
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    lastChange = performance.now();
    const { protocol, hostname } = new URL(request.url);
    if (!/^https?:$/.test(protocol)) return;
    if (hostname !== '127.0.0.1') counts.foreign += 1;
    else {
      counts.requests += 1;
      open.add(requestId);
    }
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    lastChange = performance.now();
    if (open.delete(requestId)) counts.bytes += encodedDataLength;
  });
  cdp.on('Network.loadingFailed', ({ requestId }) => {
    lastChange = performance.now();
    open.delete(requestId);
  });
  return {
    counts: () => ({ ...counts }),
    quiet: async () => {
      const end = performance.now() + PATIENCE_MS;
      while ((open.size > 0 || performance.now() - lastChange < QUIET_MS) && performance.now() < end)
        await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };
}
