import { readFileSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect } from 'vitest';
import type { GalleryEntry } from '../../src/sandbox/galleryEntries.js';
import { it as e2eTest } from './support/e2eTest.js';
import { leavePages } from './support/leavePages.js';
import { openGallery, serveGallery } from './support/openGallery.js';

const ENTRIES: readonly GalleryEntry[] = [
  { screen: 'loading', theme: 'light', preset: 'plain', locale: 'en' },
  { screen: 'selected', theme: 'light', preset: 'plain', locale: 'en' },
  { screen: 'selected', theme: 'dark', preset: 'rounded', locale: 'en' },
  { screen: 'selected', theme: 'light', preset: 'compact', locale: 'de' },
  { screen: 'selected', theme: 'dark', preset: 'own', locale: 'fr' },
  { screen: 'thirty-methods', theme: 'light', preset: 'compact', locale: 'en' },
  { screen: 'not-started', theme: 'light', preset: 'rounded', locale: 'ar' },
  { screen: 'long-order', theme: 'dark', preset: 'plain', locale: 'he' },
  { screen: 'unclear-offered', theme: 'dark', preset: 'compact', locale: 'en' },
  { screen: 'paid', theme: 'light', preset: 'rounded', locale: 'en' },
];

/** Found in each system, by one name or the other: its letters are of the same widths. What a system calls sans-serif is not. */
const FONT = 'Liberation Sans, Arial, sans-serif';
const OTHER_FONTS = [
  'Liberation Serif, Times New Roman, serif',
  'Liberation Sans Narrow, Arial Narrow, sans-serif',
];

/** So many pixels make one: blocks, lines and colours stay, and letters become grey, whatever their font. */
const BLOCK = 6;
/** How much of a picture may differ: a word that wraps elsewhere. */
const TOLERANCE = 0.04;

const it = e2eTest.extend('takePicture', async ({ browser, openPhone }, { onCleanup }) => {
  const { origin, close } = await serveGallery();
  onCleanup(async () => {
    await leavePages(browser);
    await close();
  });
  const { page } = await openPhone({ deviceScaleFactor: 1, reducedMotion: 'reduce' });
  const show = await openGallery(page, origin);
  return async (entry: GalleryEntry, font = FONT): Promise<PNG> => {
    await show(entry);
    await page.evaluate((family) => {
      document.getElementById('payment')!.style.setProperty('--altapay-font-family', family);
    }, font);
    await page.evaluate(() => scrollTo(0, 0));
    return shrink(PNG.sync.read(await page.screenshot({ animations: 'disabled' })));
  };
});

/** Each block of pixels as their mean. */
function shrink(large: PNG): PNG {
  const small = new PNG({ width: Math.floor(large.width / BLOCK), height: Math.floor(large.height / BLOCK) });
  small.data.forEach((_, index) => {
    const [channel, pixel] = [index % 4, index >> 2];
    const [left, top] = [(pixel % small.width) * BLOCK, Math.floor(pixel / small.width) * BLOCK];
    let sum = 0;
    for (let y = top; y < top + BLOCK; y++)
      for (let x = left; x < left + BLOCK; x++) sum += large.data[(y * large.width + x) * 4 + channel]!;
    small.data[index] = Math.round(sum / BLOCK ** 2);
  });
  return small;
}

const fileOf = ({ screen, theme, preset, locale }: GalleryEntry): URL =>
  new URL(`pictures/${screen}.${theme}.${preset}.${locale}.png`, import.meta.url);
const kept = (entry: GalleryEntry): PNG => PNG.sync.read(readFileSync(fileOf(entry)));

/** The share of pixels that differ, 0 to 1. */
function difference(one: PNG, other: PNG): number {
  expect([other.width, other.height]).toEqual([one.width, one.height]);
  const differing = pixelmatch(one.data, other.data, undefined, one.width, one.height, { threshold: 0.15 });
  return differing / (one.width * one.height);
}

// Anew after a change that is meant: UPDATE_PICTURES=1 npm run test:e2e -- test/e2e/pictures.test.ts, and look at them.
describe('the committed pictures', () => {
  it('show what is drawn', async ({ takePicture }) => {
    const differences: Record<string, number> = {};
    for (const entry of ENTRIES) {
      const picture = await takePicture(entry);
      const file = fileOf(entry);
      if (process.env.UPDATE_PICTURES) writeFileSync(file, PNG.sync.write(picture));
      const share = difference(kept(entry), picture);
      if (share > TOLERANCE) differences[file.pathname.replace(/.*\//, '')] = share;
    }
    expect(differences).toEqual({});
  });

  it('survive another font', async ({ takePicture }) => {
    for (const font of OTHER_FONTS)
      expect(difference(kept(ENTRIES[1]!), await takePicture(ENTRIES[1]!, font))).toBeLessThan(TOLERANCE);
  });

  it('are far enough apart that the wrong one is noticed', () => {
    const [, plain, rounded, compact, own] = ENTRIES.map(kept) as [PNG, PNG, PNG, PNG, PNG];
    for (const [one, other] of [
      [plain, compact],
      [rounded, own],
      [plain, rounded],
    ] as const)
      expect(difference(one, other)).toBeGreaterThan(TOLERANCE);
  });
});
