import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { bundlePage } from './support/bundlePage.js';
import { it } from './support/e2eTest.js';
import { pickerOn } from './support/pickerOn.js';
import type { ShopSetting } from './support/startShop.js';
import { strictPolicy } from './support/strictPolicy.js';

const sri = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Record<string, string>;

/** An application that loads the script when its button is pressed, as often as the payer likes. */
const application = bundlePage(`
  import { loadAltaPay } from 'altapay-js/load';
  const { apiUrl, ...options } = JSON.parse(document.querySelector('main').dataset.options);
  document.querySelector('button').onclick = async () => {
    try {
      const [altapay, again] = await Promise.all([loadAltaPay(options), loadAltaPay(options)]);
      document.title = String(altapay === again);
      await altapay.initFromQR({ apiUrl, container: 'main' });
    } catch (error) {
      document.querySelector('p').textContent += error.message + ' ';
    }
  };`);

/** Serves the application under a policy of one nonce; `refusals` of the script's requests are answered by 503. */
function serveApplication(options: object, refusals = 0): NonNullable<ShopSetting['serve']> {
  return ({ url }, apiUrl) => {
    const { pathname } = new URL(url);
    if (pathname === '/app.js')
      return new Response(application, { headers: { 'content-type': 'text/javascript' } });
    if (pathname === '/sdk/altapay.min.js' && (refusals -= 1) >= 0) return new Response('', { status: 503 });
    if (pathname !== '/pay') return undefined;
    const data = JSON.stringify({ src: '/sdk/altapay.min.js', apiUrl, ...options }).replaceAll('"', '&quot;');
    const html = `<!doctype html><html lang="en"><title>Pay</title><meta name="viewport" content="width=device-width" />
<link rel="icon" href="/assets/cup.svg" /><script nonce="one" type="module" src="/app.js"></script>
<button>Show the payment</button><p></p><main data-options="${data}"></main></html>`;
    const policy = strictPolicy({
      script: "'nonce-one'",
      connect: new URL(apiUrl).origin,
      image: `'self' ${new URL(apiUrl).origin}`,
    });
    return new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    });
  };
}

describe('an application that loads the script, under one nonce and no Trusted Types', () => {
  it('gets it once, and the payer pays', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: serveApplication({}, 1) });
    const { order, link } = await shop.requestLink();
    const { page } = await openPhone({ allowed: [/503/] });
    const loads: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('altapay.min.js')) loads.push(request.url().replace(shop.shopUrl, ''));
    });
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
    expect(loads).toEqual(['/sdk/altapay.min.js', '/sdk/altapay.min.js?attempt=1']);
  });

  it('gets it where it has the right hash, and is told where it has not', async ({ openShop, openPhone }) => {
    const right = { integrity: sri['altapay.min.js'], nonce: 'one' };
    const shop = await openShop({ serve: serveApplication(right) });
    const { page } = await openPhone();
    const { link } = await shop.requestLink();
    await page.goto(link);
    await page.getByRole('button', { name: 'Show the payment' }).tap();
    await pickerOn(page).payButton.waitFor();
    expect(await page.title()).toBe('true');

    const other = await openShop({ serve: serveApplication({ ...right, integrity: sri['altapay.js'] }) });
    const second = await openPhone({ allowed: [/integrity/, /sha384/] });
    await second.page.goto((await other.requestLink()).link);
    await second.page.getByRole('button', { name: 'Show the payment' }).tap();
    await second.page.getByText('could not be loaded').waitFor();
    expect(await second.page.evaluate(() => 'AltaPay' in globalThis)).toBe(false);
  });
});
