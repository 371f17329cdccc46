import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import process from 'node:process';

/**
 * What the bench found, as `results.json` holds it. Each part says on what machine.
 *
 * @typedef {object} Machine
 * @property {string} processor
 * @property {number} cores
 * @property {string} node - Version.
 * @property {number} load - Programs that wanted a processor in the minute before; 0 where the system does not tell.
 *
 * @typedef {object} Results
 * @property {import('./race/runRace.mjs').Race & { machine: Machine }} [race]
 * @property {import('./work/runWork.mjs').Work & { machine: Machine }} [work]
 * @property {import('./sandbox/runSandbox.mjs').SandboxScale & { machine: Machine }} [sandbox]
 */

export const resultsFile = new URL('results.json', import.meta.url);

/** @returns {Results} */
export function readResults() {
  return existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : {};
}

/** @returns {Machine} */
export function thisMachine() {
  const [first] = cpus();
  const [load = 0] = loadavg();
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    node: process.versions.node,
    load,
  };
}
