import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// eslint-disable-next-line no-restricted-syntax -- vitest reads the default export
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Every mutant meets these, so they are the ones that know no browser.
    environment: 'node',
    include: ['test/core/**/*.test.ts', 'test/properties/{answers,ids,locales,money,texts,urls}.test.ts'],
    setupFiles: 'test/properties/configure.ts',
    // Few cases, and each time the same: a mutant must not be found by luck.
    env: { PROPERTY_RUNS: '50', PROPERTY_SEED: '1' },
    unstubGlobals: true,
    restoreMocks: true,
  },
});
