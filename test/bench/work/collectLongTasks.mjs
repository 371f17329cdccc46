/**
 * A task over 50 ms, and what took its time.
 *
 * @typedef {{ ms: number, of: { what: string, ms: number }[] }} LongTask
 */

/** @typedef {{ name: string, ph: string, ts: number, dur?: number, pid: number, tid: number, args?: any }} TraceEvent */

const LONG_MS = 50;
/** What tells who is at work; the rest is around or within these. */
const TELLING =
  /^(?:EvaluateScript|v8\.compile|FunctionCall|RunMicrotasks|ParseHTML|UpdateLayoutTree|Layout|PrePaint|Paint|Layerize|Commit|MajorGC|MinorGC|V8\.GC\w*|BlinkGC\w*)$/;

/**
 * Traces the browser until it is stopped.
 *
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<(url: string) => Promise<LongTask[]>>} Stops it, and answers the long tasks of the thread that ran that page.
 */
export async function collectLongTasks(browser) {
  await browser.startTracing(undefined, {
    categories: [
      'devtools.timeline',
      'blink.user_timing',
      'disabled-by-default-devtools.timeline',
      'v8',
      'disabled-by-default-v8.gc',
    ],
  });
  return async (url) => {
    const { traceEvents } = /** @type {{ traceEvents: TraceEvent[] }} */ (
      JSON.parse((await browser.stopTracing()).toString())
    );
    return findLongTasks(traceEvents, new URL(url).origin);
  };
}

/**
 * The long tasks, until the picker is usable, of the thread on which scripts of an origin ran.
 *
 * @param {readonly TraceEvent[]} events
 * @param {string} origin
 * @returns {LongTask[]} In the order they ran, each with what took a millisecond or more, longest first.
 */
export function findLongTasks(events, origin) {
  const home = events.find(
    ({ name, args }) => name === 'EvaluateScript' && String(args?.data?.url).startsWith(`${origin}/`),
  );
  if (!home) return [];
  const usable = events.find(({ name, pid }) => name === 'bench-usable' && pid === home.pid)?.ts ?? Infinity;
  const own = events.filter(
    ({ pid, tid, ph, ts }) => pid === home.pid && tid === home.tid && ph === 'X' && ts < usable,
  );
  return own
    .filter(({ name, dur = 0 }) => name.endsWith('RunTask') && dur / 1000 > LONG_MS)
    .sort((a, b) => a.ts - b.ts)
    .map((task) => ({ ms: toMs(task.dur), of: partsOf(task, own) }));
}

/** @param {TraceEvent} task @param {readonly TraceEvent[]} events */
function partsOf(task, events) {
  const end = task.ts + (task.dur ?? 0);
  const inside = events.filter(
    (event) => TELLING.test(event.name) && event.ts >= task.ts && event.ts + (event.dur ?? 0) <= end,
  );
  /** @type {Map<string, number>} */
  const parts = new Map();
  for (const event of inside) {
    const isOuter = !inside.some((other) => other !== event && encloses(other, event));
    if (isOuter) parts.set(event.name, (parts.get(event.name) ?? 0) + (event.dur ?? 0));
  }
  return [...parts]
    .map(([what, micros]) => ({ what, ms: toMs(micros) }))
    .filter(({ ms }) => ms >= 1)
    .sort((a, b) => b.ms - a.ms);
}

/** @param {TraceEvent} outer @param {TraceEvent} inner */
function encloses(outer, inner) {
  const [outerEnd, innerEnd] = [outer.ts + (outer.dur ?? 0), inner.ts + (inner.dur ?? 0)];
  return outer.ts <= inner.ts && outerEnd >= innerEnd && (outer.dur ?? 0) > (inner.dur ?? 0);
}

/** @param {number} [micros] */
function toMs(micros = 0) {
  return Math.round(micros / 100) / 10;
}
