// Takes a picture of gallery entries, for eyes: `npm run screenshots -- gallery [part of a name]`, into test-results/gallery.
import { mkdir } from 'node:fs/promises';
import { startGallery } from '../gallery/startGallery.mjs';

const folder = new URL('../../test-results/gallery/', import.meta.url).pathname;

/** @typedef {{ size: 'phone' | 'small' | 'desk', theme: string, preset: string, lang: string, forced?: boolean }} Look */

/** What a review looks at: each screen in each of these. @type {readonly Look[]} */
const LOOKS = [
  { size: 'phone', theme: 'light', preset: 'plain', lang: 'en' },
  { size: 'phone', theme: 'dark', preset: 'rounded', lang: 'en' },
  { size: 'phone', theme: 'light', preset: 'compact', lang: 'de' },
  { size: 'phone', theme: 'light', preset: 'own', lang: 'da' },
  { size: 'phone', theme: 'dark', preset: 'plain', lang: 'ar' },
  { size: 'phone', theme: 'light', preset: 'rounded', lang: 'he' },
  { size: 'small', theme: 'light', preset: 'plain', lang: 'fi' },
  { size: 'small', theme: 'dark', preset: 'compact', lang: 'en' },
  { size: 'desk', theme: 'light', preset: 'plain', lang: 'en' },
  { size: 'desk', theme: 'dark', preset: 'own', lang: 'fr' },
  { size: 'phone', theme: 'dark', preset: 'plain', lang: 'en', forced: true },
];
const SIZES = { phone: [390, 844], small: [320, 568], desk: [1280, 800] };

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} part - Only entries whose file name holds this.
 * @returns {Promise<number>} How many were taken.
 */
export async function shootGallery(browser, part) {
  await mkdir(folder, { recursive: true });
  const gallery = await startGallery();
  const response = await fetch(`${gallery.origin}/__sandbox/gallery.json`);
  const { screens } = /** @type {{ screens: { name: string }[] }} */ (await response.json());
  let taken = 0;
  for (const look of LOOKS) {
    const wanted = screens
      .map(({ name }) => [name, fileName(name, look)])
      .filter(([, file]) => file?.includes(part));
    if (wanted.length === 0) continue;
    const page = await openPage(browser, look);
    for (const [name = '', file = ''] of wanted) {
      const search = new URLSearchParams({ theme: look.theme, preset: look.preset, lang: look.lang });
      await page.goto(`${gallery.origin}/__sandbox/screens/${name}?${search}`);
      await page.locator(`[data-shown=${name}]`).waitFor();
      await page.screenshot({ path: folder + file, animations: 'disabled' });
      taken += 1;
    }
    await page.context().close();
  }
  gallery.close();
  return taken;
}

/** @param {string} name @param {Look} look */
const fileName = (name, { size, theme, preset, lang, forced }) =>
  `${name}.${forced ? 'forced' : theme}.${preset}.${lang}.${size}.png`;

/** @param {import('playwright-core').Browser} browser @param {Look} look */
async function openPage(browser, { size, theme, forced }) {
  const [width = 0, height = 0] = SIZES[size];
  const context = await browser.newContext({
    viewport: { width, height },
    isMobile: size !== 'desk',
    hasTouch: size !== 'desk',
    locale: 'en-GB',
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: forced ? 'active' : 'none',
  });
  return context.newPage();
}
