import type { Browser, BrowserContext, BrowserContextOptions, Page, Response } from 'playwright-core';
import { PHONE_SIZE } from './deviceOptions.js';
import { judgePages } from './judgePages.js';
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
  const problems: string[] = [];
  const context = await phoneContext(browser, (problem) => problems.push(problem), options);
  const page = await context.newPage();
  return { page, context, ...judgeContext(context, problems) };
}

/** The phone without a page; what goes wrong on any of its pages is noted in words. */
export async function phoneContext(
  browser: Browser,
  note: (problem: string) => void,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: PHONE_SIZE,
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
    locale: 'en-GB',
    ignoreHTTPSErrors: true,
    ...options,
  });
  await collectProblems(context, note);
  return context;
}

/** Holds the pages of a context to being clean. */
export function judgeContext(
  context: BrowserContext,
  problems: readonly string[],
): Pick<PhonePage, 'problems' | 'expectClean'> {
  // One turn through every open page.
  return judgePages(problems, () => Promise.all(context.pages().map(turn)));
}

// A page that is frozen, or still on its way, never answers; what it had to say it has said.
async function turn(page: Page): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise((resolve) => (timer = setTimeout(resolve, 5_000)));
  return Promise.race([page.title().catch(() => undefined), silence]).finally(() => clearTimeout(timer));
}

async function collectProblems(context: BrowserContext, tell: (problem: string) => void): Promise<void> {
  // Firefox asks for an icon by itself, and holds itself to the page's policy.
  const note = (problem: string): void => {
    if (!/\/favicon\.ico\b/.test(problem)) tell(problem);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()}`);
  });
  // An uncaught error and an unhandled rejection both arrive here.
  context.on('weberror', (event) => note(`uncaught: ${String(event.error())}`));
  context.on('response', (response) => {
    const laxities = laxitiesOf(response);
    if (laxities.length > 0) tell(`policy: ${response.url()} has ${laxities.join(', ')}`);
  });
  await context.exposeBinding('__reportViolation', (_, violation: string) => note(violation));
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
