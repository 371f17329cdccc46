// Takes the pictures of the README on a phone's screen: `npm run screenshots`; with `gallery` those of the gallery's entries.
import { chromium } from 'playwright-core';
import { findChromium } from '../../test/e2e/support/findChromium.mjs';
import { startExample } from '../../test/e2e/support/startExample.mjs';
import { shootGallery, shootPresets } from './shootGallery.mjs';

const folder = new URL('./', import.meta.url).pathname;
const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium found: run `npm run browsers`');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

const [what, part = ''] = process.argv.slice(2);
if (what === 'gallery') console.log(`${await shootGallery(browser, part)} pictures in test-results/gallery`);

const examples = what === 'gallery' ? [] : /** @type {const} */ (['script-tag', 'headless']);
for (const name of examples) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const example = await startExample(name);
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      locale: 'en-GB',
      colorScheme,
    });
    const page = await context.newPage();
    await page.goto(example.link, { waitUntil: 'networkidle' });
    // A choice made, so that the picture shows how one looks.
    if (name !== 'headless') await page.getByRole('radio', { name: /^MobilePay/ }).check();
    await page.screenshot({ path: `${folder}${name}-${colorScheme}.png` });
    await context.close();
    example.stop();
  }
}
if (what !== 'gallery') await shootPresets(browser, folder);
await browser.close();
