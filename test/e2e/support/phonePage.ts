import type { Browser, BrowserContext, BrowserContextOptions, Page, Response } from 'playwright-core';
import { findLaxities } from './strictPolicy.js';

/** A page on a phone-sized screen that remembers everything that went wrong on it. */
export type PhonePage = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong so far, in words. */
  readonly problems: readonly string[];
  /**
   * Asserts that nothing went wrong: no console error of the page, no uncaught error, no unhandled rejection, no
   * violation of a content security policy, and no document, in a frame or not, whose policy is less than strict.
   *
   * @param allowed - Problems that the test provokes, e.g. the browser's own line about an answer with status 410.
   * @throws Error listing the others.
   */
  expectClean(...allowed: RegExp[]): Promise<void>;
};

/**
 * Opens a page as a phone shows it: 390 × 844, touch, two device pixels each.
 *
 * @param browser - From `launchChromium`.
 * @param options - Whatever a context takes, over the phone's; certificates made for the run are accepted.
 * @returns The page; closing its context is enough.
 */
export async function phonePage(browser: Browser, options: BrowserContextOptions = {}): Promise<PhonePage> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
    locale: 'en-GB',
    ignoreHTTPSErrors: true,
    ...options,
  });
  const problems: string[] = [];
  const judgement = { problems, judged: 0 };
  judgements.push(judgement);
  await collectProblems(context, problems);
  const page = await context.newPage();
  return {
    page,
    context,
    problems,
    async expectClean(...allowed) {
      // One turn through every open page, so that what it has already reported is here.
      await Promise.all(context.pages().map(turn));
      judgement.judged = problems.length;
      const unexpected = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
      if (unexpected.length > 0) throw new Error(`The page is not clean:\n${unexpected.join('\n')}`);
    },
  };
}

const judgements: { readonly problems: readonly string[]; judged: number }[] = [];

/**
 * Takes the problems, of all pages opened so far, that no `expectClean` has looked at.
 *
 * @returns Them, in words; a second call does not tell them again.
 */
export function takeUnjudged(): string[] {
  return judgements.splice(0).flatMap(({ problems, judged }) => problems.slice(judged));
}

// A page that is frozen, or still on its way, never answers; what it had to say it has said.
async function turn(page: Page): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise((resolve) => (timer = setTimeout(resolve, 5_000)));
  return Promise.race([page.title().catch(() => undefined), silence]).finally(() => clearTimeout(timer));
}

async function collectProblems(context: BrowserContext, problems: string[]): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  // An uncaught error and an unhandled rejection both arrive here.
  context.on('weberror', (event) => problems.push(`uncaught: ${String(event.error())}`));
  context.on('response', (response) => {
    const laxities = laxitiesOf(response);
    if (laxities.length > 0) problems.push(`policy: ${response.url()} has ${laxities.join(', ')}`);
  });
  await context.exposeBinding('__reportViolation', (_, violation: string) => problems.push(violation));
  await context.addInitScript(() => {
    // Taken before any script of the page, and heard before it: a page can neither silence nor forget it.
    const report = (globalThis as unknown as { __reportViolation(violation: string): void })
      .__reportViolation;
    addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sample }) =>
        report(`csp: ${violatedDirective} ${blockedURI} ${sample}`),
      { capture: true },
    );
  });
}

/** What a document's policy lacks; nothing of an answer that is no document. */
function laxitiesOf(response: Response): string[] {
  const headers = response.headers();
  const isDocument =
    response.request().resourceType() === 'document' &&
    !(response.status() >= 300 && response.status() < 400) &&
    /html|xml|svg/.test(headers['content-type'] ?? '');
  return isDocument ? findLaxities(headers['content-security-policy'] ?? '') : [];
}
