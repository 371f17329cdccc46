// `npm run bench`: the race, the work and the sandbox's scale; see test/bench/README.md.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { installPackages } from './installPackages.mjs';
import { renderTables } from './report/renderTables.mjs';
import { writeReport } from './report/writeReport.mjs';
import { readResults, thisMachine } from './results.mjs';

const PARTS = /** @type {const} */ (['race', 'work', 'sandbox']);
/** Fewer say little, and are not written down. */
const LEAST_RUNS = { race: 11, work: 5 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    lane: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((part) => !PARTS.some((known) => known === part));
const runs = values.runs === undefined ? undefined : Number(values.runs);
if (unknown.length > 0 || (runs !== undefined && !(runs >= 1)))
  fail('npm run bench -- [race] [work] [sandbox] [--runs N] [--lane ID] [--write]');
if (values.write && (values.lane !== undefined || (runs !== undefined && runs < LEAST_RUNS.race)))
  fail(`Only whole runs are written down: no --lane, and ${LEAST_RUNS.race} runs or more.`);

installPackages();
const wanted = PARTS.filter((part) => positionals.length === 0 || positionals.includes(part));
/** @type {import('./results.mjs').Results} */
const results = {};
for (const part of wanted) {
  const started = performance.now();
  const machine = thisMachine();
  const log = (/** @type {string} */ text) =>
    console.error(`${part}, ${Math.round((performance.now() - started) / 1000)} s: ${text}`);
  if (part === 'race') {
    const { runRace } = await import('./race/runRace.mjs');
    results.race = { machine, ...(await runRace({ runs: runs ?? LEAST_RUNS.race, lane: values.lane, log })) };
  } else if (part === 'work') {
    const { runWork } = await import('./work/runWork.mjs');
    results.work = { machine, ...(await runWork({ runs: runs ?? LEAST_RUNS.work, log })) };
  } else {
    const { runSandbox } = await import('./sandbox/runSandbox.mjs');
    results.sandbox = { machine, ...(await runSandbox({ log })) };
  }
  // After each part, so that a later one that fails takes nothing with it.
  if (values.write) await writeReport({ ...readResults(), ...results });
}
console.log(`\n${renderTables(results)}\n`);
for (const { ms, of } of results.work?.trace ?? [])
  console.log(`Long task of ${ms} ms: ${of.map((part) => `${part.what} ${part.ms}`).join(', ')}`);

/** @param {string} text @returns {never} */
function fail(text) {
  console.error(text);
  process.exit(1);
}
