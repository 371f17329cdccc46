import { formatNumber } from './formatNumber.mjs';

/** @typedef {import('../results.mjs').Results} Results */
/** @typedef {import('../summarise.mjs').Spread} Spread */

/** The lane whose time is 1. */
const FLOOR = 'floor';

/**
 * What the README says of the bench, as Markdown.
 *
 * @param {Results} results
 * @returns {string} Ends without a line break.
 */
export function renderTables(results) {
  return [raceSection(results), workSection(results), sandboxSection(results)].filter(Boolean).join('\n\n');
}

/** @param {Results} results */
function raceSection({ race }) {
  if (!race) return '';
  const note = `Chromium ${race.browser}, ${machineText(race.machine)}: medians of ${race.runs} interleaved runs, in brackets the quartiles. Bytes and requests count until the picker is usable, and bytes also until the page is at rest.`;
  const tables = race.profiles.map(({ title, lanes }) => {
    const floor = lanes.find(({ id }) => id === FLOOR)?.figures.usable.median;
    const head = [
      title,
      'usable, ms',
      '× floor',
      'visible, ms',
      'kB',
      'requests',
      'script, ms',
      'thread, ms',
      'long tasks',
      'heap, MB',
      'shift',
    ];
    const rows = lanes.map(({ title: lane, figures }) => [
      lane,
      `${formatNumber(figures.usable.median)} (${formatNumber(figures.usable.q1)}–${formatNumber(figures.usable.q3)})`,
      floor === undefined ? '' : formatNumber(figures.usable.median / floor, 2),
      formatNumber(figures.visible.median),
      `${formatNumber(figures.bytes.median / 1000, 1)} of ${formatNumber(figures.bytesInAll.median / 1000, 1)}`,
      formatNumber(figures.requests.median),
      formatNumber(figures.script.median),
      formatNumber(figures.thread.median),
      longTasksText(figures),
      formatNumber(figures.heap.median / 1e6, 1),
      formatNumber(figures.shift.median, 2),
    ]);
    return table(head, rows);
  });
  return [note, ...tables].join('\n\n');
}

/** @param {{ longTasks: Spread, longest: Spread }} figures */
function longTasksText({ longTasks, longest }) {
  const count = formatNumber(longTasks.median);
  return longest.median > 0 ? `${count}, longest ${formatNumber(longest.median)} ms` : count;
}

/** @param {Results} results */
function workSection({ work }) {
  if (!work) return '';
  return table(
    [
      `Work with ${formatNumber(work.methods)} methods (${work.runs} runs, load ${formatNumber(work.machine.load, 1)})`,
      'median',
      'quartiles',
      'goal',
    ],
    work.figures.map(({ title, unit, goal, spread }) => [
      title,
      `${formatNumber(spread.median, unit === 'ms' ? 1 : 0)} ${unit}`.trim(),
      `${formatNumber(spread.q1, unit === 'ms' ? 1 : 0)}–${formatNumber(spread.q3, unit === 'ms' ? 1 : 0)}`,
      goal,
    ]),
  );
}

/** @param {Results} results */
function sandboxSection({ sandbox }) {
  if (!sandbox) return '';
  return table(
    [`The sandbox, in a process of its own (load ${formatNumber(sandbox.machine.load, 1)})`, 'figure'],
    sandbox.figures.map(({ title, text }) => [title, text]),
  );
}

/** @param {import('../results.mjs').Machine} machine */
export function machineText({ processor, cores, node, load }) {
  return `${cores} cores (${processor}) with a load of ${formatNumber(load, 1)} before, Node ${node}`;
}

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}
