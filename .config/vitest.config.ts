import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

const NODE_TESTS = [
  'test/server/**/*.test.ts',
  'test/sandbox/**/*.test.ts',
  'test/examples/**/*.test.ts',
  'test/package/**/*.test.ts',
  'test/bench/**/*.test.ts',
  'test/architecture.test.ts',
  'test/readme.test.ts',
  'test/size.test.ts',
];
const PROPERTY_TESTS = ['test/properties/**/*.test.ts', 'test/chaos/payer.test.ts'];
const BROWSER_TESTS = ['test/e2e/**/*.test.ts', 'test/faults/**/*.test.ts'];

// eslint-disable-next-line no-restricted-syntax -- vitest reads the default export
export default defineConfig({
  root,
  define: { __VERSION__: JSON.stringify(version) },
  test: {
    retry: 0,
    // Long enough for a busy machine: no test is judged by its speed.
    testTimeout: 60_000,
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
          exclude: [...NODE_TESTS, ...PROPERTY_TESTS, ...BROWSER_TESTS],
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
        test: { name: 'node', environment: 'node', include: NODE_TESTS },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: BROWSER_TESTS,
          setupFiles: ['test/e2e/support/failOnViolations.ts'],
          maxWorkers: 2,
          // After the others: browsers want the machine for themselves.
          sequence: { groupOrder: 1 },
          hookTimeout: 120_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
