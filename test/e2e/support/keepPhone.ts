import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { EnginePhone } from './enginePage.js';
import { judgeContext, phoneContext, phonePage } from './phonePage.js';

/**
 * Keeps one phone for the tests of a file, each with a page of its own: a browser takes four times as long to begin a phone
 * as to open one more page on it. Nothing is left on it that a test could find: each has its own origins, and an
 * `EnginePage` can set no more of the phone than whether it is offline.
 *
 * @returns Opens it; a second one, at the same time, is another.
 */
export function keepPhone(browser: Browser): () => Promise<EnginePhone & { readonly page: Page }> {
  let problems: string[] = [];
  let kept: Promise<BrowserContext> | undefined;
  let busy = false;
  const begin = async (): Promise<BrowserContext> => {
    const context = await phoneContext(browser, (problem) => problems.push(problem));
    // Stays, and with it the process that pages are drawn in.
    await context.newPage();
    return context;
  };
  return async () => {
    if (busy) return phonePage(browser);
    busy = true;
    problems = [];
    const context = await (kept ??= begin());
    const page = await context.newPage();
    const close = async (): Promise<void> => {
      const [, ...pages] = context.pages();
      await Promise.all(pages.map((open) => open.close()));
      await context.setOffline(false);
      busy = false;
    };
    return {
      page,
      context: {
        newPage: () => context.newPage(),
        setOffline: (offline) => context.setOffline(offline),
        unrouteAll: () => context.unrouteAll(),
        close,
      },
      ...judgeContext(context, problems),
    };
  };
}
