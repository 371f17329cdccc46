import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { ENGINE_TESTS, MAIN_JOB, NOT_IN_WEBKIT, ONE_ENGINE_TESTS } from './engineTests.mjs';
import { LongFirst } from './longFirst.mjs';
import { OWN_MODULE_TESTS } from './ownModuleTests.mjs';
import { wantedEngines, type Engine } from '../test/e2e/support/wantedEngines.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

const NODE_TESTS = [
  'test/server/**/*.test.ts',
  'test/sandbox/**/*.test.ts',
  'test/cli/**/*.test.ts',
  'test/examples/**/*.test.ts',
  'test/package/**/*.test.ts',
  'test/bench/**/*.test.ts',
  'test/accessibilityReport.test.ts',
  'test/architecture.test.ts',
  'test/guides.test.ts',
  'test/readme.test.ts',
  'test/size.test.ts',
];
const PROPERTY_TESTS = ['test/properties/**/*.test.ts', 'test/chaos/payer.test.ts'];
/** What takes long and rarely breaks alone is left to `npm run test:full`. */
const LONG_TESTS = process.env.TEST_FULL
  ? []
  : [
      'test/package/reproducible.test.ts',
      'test/package/documentation.test.ts',
      'test/e2e/playground.test.ts',
      'test/e2e/pictures.test.ts',
      'test/e2e/galleryLooks.test.ts',
      'test/e2e/galleryLanguages.test.ts',
    ];
const BROWSER_TESTS = [
  'test/e2e/**/*.test.ts',
  'test/faults/**/*.test.ts',
  'test/chaos/browser/**/*.test.ts',
];
/** @param order - Of its turn: browsers want the machine for themselves. */
const inBrowser = (name: string, engine: Engine, order: number, include: string[]) => ({
  extends: true as const,
  test: {
    name,
    environment: 'node' as const,
    include,
    exclude:
      engine === 'chromium'
        ? LONG_TESTS
        : [...ONE_ENGINE_TESTS, ...(engine === 'webkit' ? NOT_IN_WEBKIT : [])],
    provide: { engine },
    setupFiles: ['test/e2e/support/failOnViolations.ts'],
    // One more than cores: much of a test is waiting.
    maxWorkers: 3,
    sequence: { groupOrder: order },
    testTimeout: engine === 'chromium' ? 60_000 : 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
  },
});

// eslint-disable-next-line no-restricted-syntax -- vitest reads the default export
export default defineConfig({
  root,
  define: { __VERSION__: JSON.stringify(version) },
  test: {
    retry: 0,
    // A test leaves nothing behind, so that files share a process and its modules: without a browser they take half the time.
    isolate: false,
    sequence: { sequencer: LongFirst },
    // By itself vitest leaves one core alone, of two.
    maxWorkers: 2,
    // Long enough for a busy machine: no test is judged by its speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    unstubGlobals: true,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'happy-dom',
          testTimeout: 60_000,
          include: ['test/**/*.test.ts'],
          exclude: [...NODE_TESTS, ...PROPERTY_TESTS, ...BROWSER_TESTS, ...OWN_MODULE_TESTS],
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-alone',
          environment: 'happy-dom',
          isolate: true,
          include: OWN_MODULE_TESTS,
        },
      },
      {
        extends: true,
        test: {
          name: 'properties',
          environment: 'happy-dom',
          include: PROPERTY_TESTS,
          setupFiles: 'test/properties/configure.ts',
          // As many cases as are asked for take as long as they take.
          testTimeout: 0,
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: NODE_TESTS,
          exclude: LONG_TESTS,
        },
      },
      ...wantedEngines().map((engine) =>
        engine === 'chromium'
          ? inBrowser('e2e', engine, 1, BROWSER_TESTS)
          : inBrowser(`e2e-${engine}`, engine, 2, process.env.TEST_FULL ? ENGINE_TESTS : MAIN_JOB),
      ),
    ],
  },
});
