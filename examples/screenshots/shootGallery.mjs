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

/** The README's: the presets, and a look by variables. @type {readonly Look[]} */
const README_LOOKS = [
  { size: 'phone', theme: 'light', preset: 'plain', lang: 'en' },
  { size: 'phone', theme: 'dark', preset: 'rounded', lang: 'de' },
  { size: 'phone', theme: 'light', preset: 'compact', lang: 'ar' },
  { size: 'phone', theme: 'light', preset: 'own', lang: 'fr' },
];

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
    const names = screens.map(({ name }) => name).filter((name) => fileName(name, look).includes(part));
    await shoot(browser, gallery.origin, look, names, (name) => folder + fileName(name, look));
    taken += names.length;
  }
  gallery.close();
  return taken;
}

/**
 * Takes the pictures of the presets for the README.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} target - A folder, with a slash at its end.
 */
export async function shootPresets(browser, target) {
  const gallery = await startGallery();
  for (const look of README_LOOKS)
    await shoot(browser, gallery.origin, look, ['selected'], () => `${target}preset-${look.preset}.png`);
  gallery.close();
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin
 * @param {Look} look
 * @param {readonly string[]} names
 * @param {(name: string) => string} pathOf
 */
async function shoot(browser, origin, look, names, pathOf) {
  if (names.length === 0) return;
  const page = await openPage(browser, look);
  for (const name of names) {
    const search = new URLSearchParams({ theme: look.theme, preset: look.preset, lang: look.lang });
    await page.goto(`${origin}/__sandbox/screens/${name}?${search}`);
    await page.locator(`[data-shown=${name}]`).waitFor();
    await page.screenshot({ path: pathOf(name), animations: 'disabled' });
  }
  await page.context().close();
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
