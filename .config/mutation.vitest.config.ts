import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// eslint-disable-next-line no-restricted-syntax -- vitest reads the default export
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Every mutant meets these, so they are the quick ones. The properties have other cases each time, and would find a
    // mutant by luck.
    environment: 'node',
    include: ['test/core/**/*.test.ts'],
    unstubGlobals: true,
    restoreMocks: true,
  },
});
