import { openBrowser, openPhone } from '../openBrowser.mjs';
import { applyProfile } from '../profiles.mjs';
import { compressLane, ourLane } from '../race/createLanes.mjs';
import { watchPicker } from '../race/watchPicker.mjs';
import { startHosts } from '../startHosts.mjs';
import { summarise } from '../summarise.mjs';
import { collectLongTasks } from './collectLongTasks.mjs';

const METHODS = 1_000;
const KEYS = 40;
const TAPS = 20;

/**
 * @typedef {{ id: string, title: string, unit: string, goal: string, spread: import('../summarise.mjs').Spread }} WorkFigure
 * @typedef {{ browser: string, runs: number, methods: number, figures: WorkFigure[], trace: import('./collectLongTasks.mjs').LongTask[] }} Work
 */

/** What is measured, and what it is wanted to be. */
const FIGURES = [
  { id: 'usable', title: 'Usable after the answer', unit: 'ms', goal: '≤ 500' },
  { id: 'choose', title: 'One choice: page’s thread', unit: 'ms', goal: '≤ 16.7' },
  { id: 'chooseScript', title: 'One choice: scripts of it', unit: 'ms', goal: '' },
  { id: 'chooseLayouts', title: 'One choice: layouts', unit: '', goal: '≤ 1' },
  { id: 'key', title: 'One arrow key: page’s thread', unit: 'ms', goal: '≤ 16.7' },
  { id: 'keyScript', title: 'One arrow key: scripts of it', unit: 'ms', goal: '' },
  { id: 'keyLayouts', title: 'One arrow key: layouts', unit: '', goal: '≤ 1' },
  { id: 'slowest', title: 'Slowest key or tap until its frame is shown', unit: 'ms', goal: '≤ 24' },
  { id: 'lateFrames', title: 'Frames that came late while keys were pressed', unit: '', goal: '0' },
  { id: 'longTasks', title: 'CPU ÷ 4: long tasks until usable', unit: '', goal: '0' },
  { id: 'longest', title: 'CPU ÷ 4: the longest of them', unit: 'ms', goal: '≤ 50' },
];

/**
 * Measures our own work where it is most: with a thousand ways to pay.
 *
 * @param {object} settings
 * @param {number} settings.runs
 * @param {(text: string) => void} settings.log
 * @returns {Promise<Work>}
 */
export async function runWork({ runs, log }) {
  const methods = Array.from({ length: METHODS }, (_, index) => ({
    id: `method-${index}`,
    type: 'CARD',
    name: `Way to pay ${index}`,
    description: 'Approve in its app',
  }));
  const hosts = await startHosts({ methods });
  const browser = await openBrowser();
  try {
    const lane = ourLane();
    hosts.show(compressLane(lane, hosts.apiUrl));
    /** @type {Record<string, number>[]} */
    const found = [];
    for (let run = 0; run <= runs; run++) {
      const quick = await measureInput(browser, await hosts.order('link'));
      const slow = await measureSlowLoad(browser, await hosts.order('link'));
      // The first warms up.
      if (run > 0) found.push({ ...quick, ...slow });
      log(run === 0 ? 'warmed up' : `run ${run} of ${runs}`);
    }
    const figures = FIGURES.map((figure) => ({
      ...figure,
      spread: summarise(found.map((values) => values[figure.id] ?? NaN)),
    }));
    // Apart, for to write a trace takes its time.
    const stop = await collectLongTasks(browser);
    const url = await hosts.order('link');
    await measureSlowLoad(browser, url);
    const trace = await stop(url);
    return { browser: browser.version(), runs, methods: METHODS, figures, trace };
  } finally {
    await browser.close();
    await hosts.close();
  }
}

/** Loads unthrottled, then chooses by tap and by arrow key. @param {import('playwright-core').Browser} browser @param {string} url */
async function measureInput(browser, url) {
  const { page, cdp, context } = await openPicker(browser, url, 1);
  try {
    const usable = await page.evaluate(() => {
      const answer = performance
        .getEntriesByType('resource')
        .find(({ name }) => name.endsWith('/activation'));
      return (
        /** @type {any} */ (globalThis).bench.usable -
        /** @type {PerformanceResourceTiming} */ (answer).responseEnd
      );
    });
    // The rest is drawn a frame at a time; what a choice costs is measured beside all of them.
    await page.waitForFunction((most) => {
      const root = document.querySelector('#payment > *')?.shadowRoot;
      return root?.querySelectorAll('input').length === most;
    }, METHODS);
    await page.evaluate(watchInput);
    const rows = await page.evaluate(() => {
      const root = document.querySelector('#payment > *')?.shadowRoot;
      const labels = [...(root?.querySelectorAll('label') ?? [])].slice(0, 2);
      return labels.map((label) => {
        const { x, y } = label.getBoundingClientRect();
        return { x: x + 40, y: y + 20 };
      });
    });
    const taps = await spentOn(cdp, TAPS, async (index) => {
      const { x, y } = /** @type {{ x: number, y: number }} */ (rows[index % rows.length]);
      await page.touchscreen.tap(x, y);
      await nextFrame(page);
    });
    await page.evaluate(() => /** @type {any} */ (globalThis).input.startFrames());
    const keys = await spentOn(cdp, KEYS, async () => {
      await page.keyboard.press('ArrowDown');
      await nextFrame(page);
    });
    const input = await page.evaluate(() => /** @type {any} */ (globalThis).input.read());
    if (input.chosen === 0) throw new Error('Keys and taps chose nothing.');
    return {
      usable,
      choose: taps.thread,
      chooseScript: taps.script,
      chooseLayouts: taps.layouts,
      key: keys.thread,
      keyScript: keys.script,
      keyLayouts: keys.layouts,
      slowest: input.slowest,
      lateFrames: input.lateFrames,
    };
  } finally {
    await context.close();
  }
}

/** Loads with a slow processor, and a network that is none. @param {import('playwright-core').Browser} browser @param {string} url */
async function measureSlowLoad(browser, url) {
  const { page, context } = await openPicker(browser, url, 4);
  try {
    const durations = /** @type {number[]} */ (
      await page.evaluate(() => {
        const { longTasks, usable } = /** @type {any} */ (globalThis).bench;
        return longTasks
          .filter((/** @type {{ startTime: number }} */ { startTime }) => startTime < usable)
          .map((/** @type {{ duration: number }} */ { duration }) => duration);
      })
    );
    return { longTasks: durations.length, longest: Math.max(0, ...durations) };
  } finally {
    await context.close();
  }
}

/** @param {import('playwright-core').Browser} browser @param {string} url @param {number} cpuSlowdown */
async function openPicker(browser, url, cpuSlowdown) {
  const context = await openPhone(browser);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.goto(new URL('/empty', url).href);
  await page.addInitScript(watchPicker);
  await page.addInitScript(() => {
    /** @type {any} */ (globalThis).benchDone = () => {};
  });
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await applyProfile(cdp, {
    id: '',
    title: '',
    latencyMs: 0,
    downloadBits: -1,
    uploadBits: -1,
    cpuSlowdown,
  });
  await page.goto(url);
  await page.waitForFunction(() => /** @type {any} */ (globalThis).bench.usable > 0, undefined, {
    timeout: 120_000,
  });
  return { page, cdp, context };
}

/** Runs in the page: how long keys and taps wait for the frame that shows what they did, and which frames come late. */
function watchInput() {
  const state = { slowest: 0, lateFrames: 0, chosen: 0 };
  const note = (/** @type {PerformanceEntryList} */ entries) => {
    for (const entry of /** @type {(PerformanceEventTiming & { interactionId: number })[]} */ (entries))
      if (entry.interactionId > 0) state.slowest = Math.max(state.slowest, entry.duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe(
    /** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16, buffered: false }),
  );
  document.querySelector('#payment')?.addEventListener('altapay:methodselected', () => (state.chosen += 1));
  /** @type {any} */ (globalThis).input = {
    startFrames: () => {
      let before = performance.now();
      const frame = (/** @type {number} */ now) => {
        // One and a half sixtieths of a second: a frame was left out.
        if (now - before > 25) state.lateFrames += 1;
        before = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    },
    read: () => {
      note(observer.takeRecords());
      return state;
    },
  };
}

/** @param {import('playwright-core').Page} page */
function nextFrame(page) {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(undefined)))),
  );
}

/**
 * What the page's thread did for each of some actions.
 *
 * @param {import('playwright-core').CDPSession} cdp
 * @param {number} count
 * @param {(index: number) => Promise<void>} action
 */
async function spentOn(cdp, count, action) {
  const read = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const before = await read();
  for (let index = 0; index < count; index++) await action(index);
  const after = await read();
  const each = (/** @type {string} */ name) => ((after[name] ?? 0) - (before[name] ?? 0)) / count;
  return {
    script: each('ScriptDuration') * 1000,
    thread: each('TaskDuration') * 1000,
    layouts: each('LayoutCount'),
  };
}
