import type { Browser } from 'playwright-core';

/** Takes every open page away from its server, before that is closed: what a page still asks for would be its error. */
export async function leavePages(browser: Browser): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  await Promise.all(pages.map((page) => page.goto('about:blank')));
}
