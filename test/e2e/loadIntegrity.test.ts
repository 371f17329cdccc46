import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { it } from './support/engineTest.js';
import { serveLoader } from './support/serveLoader.js';

const sri = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Record<string, string>;

it('an application that loads the script with another one’s hash is told so, and nothing runs', async ({
  openShop,
  openPhone,
}) => {
  const shop = await openShop({ serve: serveLoader({ integrity: sri['altapay.js'], nonce: 'one' }) });
  const { page } = await openPhone({ allowed: [/integrity/, /sha384/] });
  await page.goto((await shop.requestLink()).link);
  await page.getByRole('button', { name: 'Show the payment' }).tap();
  await page.getByText('could not be loaded').waitFor();
  expect(await page.evaluate(() => 'AltaPay' in globalThis)).toBe(false);
});
