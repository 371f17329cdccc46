/** Mutants of the core. One file alone: `npm run mutation -- --mutate src/core/money.ts`. */
// eslint-disable-next-line no-restricted-syntax -- Stryker reads the default export
export default {
  mutate: ['src/core/**/*.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: '.config/mutation.vitest.config.ts' },
  // Two cores: more would make mutants time out that are only slow.
  concurrency: 1,
  timeoutMS: 20_000,
  reporters: ['clear-text', 'progress', 'json'],
  clearTextReporter: { logTests: false, allowColor: false },
  jsonReporter: { fileName: 'test-results/mutation.json' },
  // What has not changed since the last run is not tried again; `--force` does.
  incremental: true,
  incrementalFile: 'test-results/mutation-incremental.json',
  tempDirName: 'test-results/stryker',
  ignorePatterns: ['dist', 'examples', 'test-results'],
  thresholds: { high: 95, low: 90, break: 90 },
};
