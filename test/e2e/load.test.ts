import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';
import { serveLoader } from './support/serveLoader.js';

const sri = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Record<string, string>;

describe('an application that loads the script, under one nonce and no Trusted Types', () => {
  it('gets it once, and the payer pays', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: serveLoader({}, { refusals: 1 }) });
    const { order, link } = await shop.requestLink();
    const { page } = await openPhone({ allowed: [/503/] });
    await page.goto(link);
    const button = page.getByRole('button', { name: 'Show the payment' });
    // The first time it does not come; the browser would not ask for the same address again.
    await button.tap();
    await page.getByText('could not be loaded').waitFor();
    await button.tap();
    await pickerOn(page).payWith('MobilePay');
    await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    expect(order.state).toBe('paid');
    const loads = shop.arrivals.filter(({ url }) => url.pathname.endsWith('/altapay.min.js'));
    expect(loads.map(({ url }) => url.pathname + url.search)).toEqual([
      '/sdk/altapay.min.js',
      '/sdk/altapay.min.js?attempt=1',
    ]);
  });

  it.for([
    ['its own', (hash: string) => serveLoader({ integrity: hash, nonce: 'one' })],
    ['an import map’s', (hash: string) => serveLoader({}, { mapped: hash })],
  ] as const)('gets it where it has the right hash, %s', async ([, serve], { openShop, openPhone }) => {
    const shop = await openShop({ serve: serve(sri['altapay.min.js']!) });
    const { page } = await openPhone();
    await page.goto((await shop.requestLink()).link);
    await page.getByRole('button', { name: 'Show the payment' }).tap();
    await pickerOn(page).payButton.waitFor();
    expect(await page.evaluate(() => document.title)).toBe('true');
  });

  it('is told where an import map has another hash', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: serveLoader({}, { mapped: sri['altapay.js']! }) });
    const { page } = await openPhone({ allowed: [/integrity/, /sha384/] });
    await page.goto((await shop.requestLink()).link);
    await page.getByRole('button', { name: 'Show the payment' }).tap();
    await page.getByText('could not be loaded').waitFor();
    expect(await page.evaluate(() => 'AltaPay' in globalThis)).toBe(false);
  });
});
