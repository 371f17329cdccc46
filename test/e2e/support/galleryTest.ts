import { it as engineTest } from './engineTest.js';
import { openGallery, serveGallery } from './openGallery.js';

/** The browser's own line about an answer that the screen is there to show. */
const EXPECTED = /console: Failed to load resource: the server responded with a status of 4\d\d/;

/** `it` in the engine of the running project, with one document of the gallery for a whole file. */
export const galleryTest = engineTest.extend(
  'gallery',
  { scope: 'file' },
  async ({ browser }, { onCleanup }) => {
    const { origin, close } = await serveGallery(browser.shops);
    const { page, context, expectClean } = await browser.open({});
    onCleanup(async () => {
      await expectClean(EXPECTED);
      await context.close();
      await close();
    });
    return { page, origin, show: await openGallery(page, origin) };
  },
);
