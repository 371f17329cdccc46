import type { EnginePage } from './enginePage.js';

/** Presses the browser's back button. Where the page does so, it is not awaited: the way back may tear the page down. */
export async function goBack(page: EnginePage): Promise<void> {
  // What is asked of a page that goes away may never be answered by WebKit's driver.
  if (page.pressBack) return page.pressBack();
  await page.evaluate(() => {
    setTimeout(() => history.back());
  });
}
