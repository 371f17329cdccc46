import type { EnginePage } from './enginePage.js';

/** Presses the browser's back button. Not awaited in the page, which the way back may tear down. */
export async function goBack(page: EnginePage): Promise<void> {
  await page.evaluate(() => {
    setTimeout(() => history.back());
  });
}
