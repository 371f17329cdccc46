import { expect } from 'vitest';
import { languages } from '../../src/i18n/languages.js';
import {
  chosenEntries,
  galleryAddress,
  galleryLocales,
  galleryPresets,
  galleryThemes,
  type GalleryEntry,
} from '../../src/sandbox/galleryEntries.js';
import { screens } from '../../src/sandbox/screens.js';
import { galleryTest } from './support/galleryTest.js';
import { holdEntries } from './support/holdEntries.js';

holdEntries(chosenEntries, { inBothThemes: true });

galleryTest('shows every look and every language among the chosen entries, each screen once or twice', () => {
  const met = (of: (entry: GalleryEntry) => string): string[] => [...new Set(chosenEntries.map(of))].sort();
  expect(met(({ screen }) => screen)).toEqual(screens.map(({ name }) => name).sort());
  expect(met(({ locale }) => locale)).toEqual([...galleryLocales].sort());
  expect(met(({ theme, preset }) => `${theme} ${preset}`)).toHaveLength(
    galleryThemes.length * galleryPresets.length,
  );
  expect([...galleryLocales].sort()).toEqual(['en', ...languages.keys()].sort());
  expect(chosenEntries.length).toBeGreaterThanOrEqual(55);
});

galleryTest(
  'lists every entry on one page, each in a frame and with an address of its own',
  async ({ gallery }) => {
    const { page, origin } = gallery;
    await page.goto(`${origin}/__sandbox/screens?theme=&lang=en`);
    const links = page.locator('figcaption a');
    await expect.poll(() => links.count()).toBe(screens.length * galleryThemes.length);
    expect(await links.first().getAttribute('href')).toBe(
      galleryAddress({ screen: screens[0]!.name, theme: 'light', preset: 'plain', locale: 'en' }),
    );
    expect(await page.locator('iframe[loading=lazy]').count()).toBe(await links.count());
  },
);
