import { afterAll } from 'vitest';
import { takeUnjudged } from './judgePages.js';

// Also where a test never asked whether its page is clean: a policy that is broken, or missing, fails the run.
afterAll(() => {
  const violations = takeUnjudged().filter((problem) => /^(?:csp|policy):/.test(problem));
  if (violations.length > 0) throw new Error(`Pages broke their policy:\n${violations.join('\n')}`);
});
