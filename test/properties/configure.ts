import fc from 'fast-check';
import { expect } from 'vitest';

/*
 * How the properties are tried. A failure prints its seed, its path and the smallest case that fails; that case then
 * becomes one of the property's `examples`.
 *
 * - PROPERTY_RUNS: cases of each property. Default: 1,000.
 * - PROPERTY_SEED: the seed of all of them, to see a failure again. Default: another one each time.
 * - PROPERTY_SECONDS: ends each property after this time, however many cases it has made; each then says how many.
 */
const { PROPERTY_RUNS = '1000', PROPERTY_SEED, PROPERTY_SECONDS } = process.env;

fc.configureGlobal({
  numRuns: Number(PROPERTY_RUNS),
  ...(PROPERTY_SEED && { seed: Number(PROPERTY_SEED) }),
});
if (PROPERTY_SECONDS) {
  fc.installGlobalPlugin(fc.interruptAfterTimeLimit(Number(PROPERTY_SECONDS) * 1_000));
  fc.installGlobalPlugin(() => ({ onAllRunsComplete: tellCases }));
}

function tellCases({ numRuns, seed }: fc.RunDetails<unknown>): void {
  const name = expect.getState().currentTestName;
  process.stdout.write(`${numRuns.toLocaleString('en')} cases, seed ${seed}: ${name}\n`);
}
