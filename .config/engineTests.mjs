/** What a payer's day depends on: in every engine, with every run. */
export const MAIN_JOB = ['test/e2e/mainJob.test.ts'];

/** What may differ from engine to engine: in every engine with `TEST_FULL=1`. */
export const ENGINE_TESTS = [
  ...MAIN_JOB,
  'test/e2e/accessibility.test.ts',
  'test/e2e/appNotThere.test.ts',
  'test/e2e/comingBack.test.ts',
  'test/e2e/returning.test.ts',
  'test/e2e/expiry.test.ts',
  'test/e2e/forcedColours.test.ts',
  'test/e2e/furtherOffers.test.ts',
  'test/e2e/gallery.test.ts',
  'test/e2e/galleryLooks.test.ts',
  'test/e2e/galleryLanguages.test.ts',
  'test/e2e/handOffs.test.ts',
  'test/e2e/keyboard.test.ts',
  'test/e2e/languages.test.ts',
  'test/e2e/merchantStyles.test.ts',
  'test/e2e/money.test.ts',
  'test/e2e/payOnPhone.test.ts',
  'test/e2e/playground.test.ts',
  'test/e2e/routers.test.ts',
  'test/e2e/statusPage.test.ts',
  'test/e2e/strictPage.test.ts',
  'test/e2e/wallets.test.ts',
  'test/e2e/purchase.test.ts',
  'test/e2e/tokenLink.test.ts',
  'test/e2e/requests.test.ts',
  'test/e2e/module.test.ts',
  'test/e2e/react.test.ts',
  'test/e2e/load.test.ts',
  'test/e2e/loadIntegrity.test.ts',
  'test/e2e/integrity.test.ts',
  'test/e2e/paidOnce.test.ts',
  'test/e2e/payPart.test.ts',
  'test/e2e/earlyStart.test.ts',
  'test/e2e/start.test.ts',
  'test/e2e/recipes.test.ts',
  'test/e2e/examples.test.ts',
  'test/faults/**/*.test.ts',
];

/**
 * What among them can be done in Chromium alone, or needs no browser. Besides, `recipes.chromium` holds the README's recipe for
 * Playwright, which lends no other driver its `route`.
 */
export const ONE_ENGINE_TESTS = ['test/faults/**/*.chromium.test.ts', 'test/faults/rows.test.ts'];

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
