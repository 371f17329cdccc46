/** What replaces a module, or takes it in anew: each in a process of its own, where nobody has taken it in before. */
export const OWN_MODULE_TESTS = [
  'test/early.test.ts',
  'test/errors.test.ts',
  'test/flow/createPayDesk.test.ts',
  'test/flow/further.test.ts',
  'test/global.test.ts',
  'test/i18n/createTexts.test.ts',
  'test/load/loadAltaPay.test.ts',
  'test/return/global.test.ts',
];
