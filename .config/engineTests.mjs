/** What a payer's day depends on: in every engine, with every run. */
export const MAIN_JOB = ['test/e2e/mainJob.test.ts'];

/** What has a browser: in every engine with `TEST_FULL=1`, but for what follows. */
export const ENGINE_TESTS = ['test/e2e/**/*.test.ts', 'test/faults/**/*.test.ts'];

/** What can be done in Chromium alone, or needs no browser. */
export const ONE_ENGINE_TESTS = [
  // What no other driver does: it counts what the engine keeps, freezes a page, lets hours pass, or answers in a server's place.
  '**/*.chromium.test.ts',
  // The pictures that they are held against are Chromium's.
  'test/e2e/pictures.test.ts',
  // Neither Firefox nor WebKitGTK loads a page before the payer asks for it.
  'test/e2e/prerender.test.ts',
  // What watches over the tests in Chromium is tried itself.
  'test/e2e/support.test.ts',
  // Reads the fault matrix, and opens no page.
  'test/faults/rows.test.ts',
];

/**
 * What WebKitGTK cannot do. Besides, its driver tells of nothing that goes wrong on a page, and our servers do so in its place:
 * not those that are a process of their own, as in `start` and `examples`.
 */
export const NOT_IN_WEBKIT = [
  // An address of an app that is not there takes the page away and leaves an error page of its browser's, where Safari, as
  // Chromium and Firefox do, leaves the page. What the page says then is held without a browser, in `flow/handOffs`.
  'test/e2e/appNotThere.test.ts',
  // It does not compare the hash of a `modulepreload`. That of an import map it does, which `load.test.ts` holds everywhere.
  'test/e2e/loadIntegrity.test.ts',
  // WebKit knows no forced colours, and Safari has none.
  'test/e2e/forcedColours.test.ts',
];
