import type { Page } from 'playwright-core';

/** Presses the browser's back button. Not awaited in the page, which the way back may tear down. */
export async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    setTimeout(() => history.back());
  });
}
