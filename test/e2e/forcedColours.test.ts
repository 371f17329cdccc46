import { expect } from 'vitest';
import type { GalleryEntry } from '../../src/sandbox/galleryEntries.js';
import { it } from './support/engineTest.js';
import { findViolations } from './support/findViolations.js';
import { openGallery, serveGallery } from './support/openGallery.js';

const LIGHT: GalleryEntry = { screen: 'not-started', theme: 'light', preset: 'plain', locale: 'en' };

it('keeps what is chosen, what can be pressed and what is said apart in forced colours', async ({
  browser,
  openPhone,
  onTestFinished,
}) => {
  const { origin, close } = await serveGallery(browser.shops);
  onTestFinished(close);
  const { page } = await openPhone({ forcedColors: 'active', allowed: [/status of 422/] });
  const show = await openGallery(page, origin);
  for (const preset of ['plain', 'rounded', 'compact', 'own'] as const) {
    await show({ ...LIGHT, preset });
    expect(await findViolations(page, ['color-contrast', 'target-size'])).toEqual([]);
    const edges = await page.locator('[part=picker]').evaluate((picker) => {
      const width = (selector: string, side: 'borderTopWidth' | 'outlineWidth'): number =>
        parseFloat(getComputedStyle(picker.querySelector(selector)!)[side]);
      return {
        chosen: width('label:has(:checked)', 'outlineWidth'),
        others: width('label:not(:has(:checked))', 'outlineWidth'),
        button: width('[part=pay-button]', 'borderTopWidth'),
        notice: width('[part=notice]', 'borderTopWidth'),
        radio: getComputedStyle(picker.querySelector('input')!).appearance,
      };
    });
    expect(edges).toEqual({ chosen: 2, others: 3, button: 1, notice: 1, radio: 'auto' });
  }
});
