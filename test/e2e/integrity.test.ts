import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { messages as danish } from '../../src/i18n/lang/da.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';
import type { ShopSetting } from './support/startShop.js';
import { strictPolicy } from './support/strictPolicy.js';

const sri = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Record<string, string>;
// In the words of Chromium, and of Firefox; WebKit's go to nobody.
const REFUSED = /Failed to find a valid digest in the 'integrity' attribute|None of the “sha384” hashes/;

/** What the README tells a merchant to put on the page, with the hash of the script added. */
function scriptTag(apiUrl: string): string {
  const [, block = ''] = /```html\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  return block
    .replace(/ integrity="[^"]*"/, '')
    .replace(
      /(src="\/altapay\/([^"]+)")/,
      (_, src: string, file: string) => `${src} integrity="${sri[file]}"`,
    )
    .replace(/data-api-url="[^"]+"/, `data-api-url="${apiUrl}"`);
}

/** The modules that the script may load later have their hashes in the import map. */
const importMap = JSON.stringify({
  integrity: Object.fromEntries(Object.entries(sri).map(([file, hash]) => [`/altapay/${file}`, hash])),
});

/** Serves the README's page and the built files, one of them with one byte flipped. */
function serveReadme(flipped?: string): NonNullable<ShopSetting['serve']> {
  return ({ url }, apiUrl) => {
    const { pathname } = new URL(url);
    if (pathname.startsWith('/altapay/')) {
      const file = pathname.replace('/altapay/', '');
      const bytes = new Uint8Array(readFileSync(`dist/${file}`));
      // Within its first comment: were it run, nobody would notice.
      if (file === flipped) bytes[FLIPPED_BYTE]! ^= 1;
      return new Response(bytes, { headers: { 'content-type': 'text/javascript' } });
    }
    if (pathname !== '/pay') return undefined;
    const html = `<!doctype html><html lang="da"><head><title>Betaling</title><link rel="icon" href="/assets/cup.svg" />
<script type="importmap" nonce="map">${importMap}</script></head><body>${scriptTag(apiUrl)}</body></html>`;
    const connect = new URL(apiUrl).origin;
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': strictPolicy({
          script: "'self' 'nonce-map'",
          connect,
          image: `'self' ${connect}`,
        }),
      },
    });
  };
}

const FLIPPED_BYTE = '/*! altap'.length;

/** Lets the page remember scripts that were not run. */
function noteLost(): void {
  const lost: string[] = [];
  Object.assign(globalThis, { lost });
  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLScriptElement) lost.push(target.src);
    },
    { capture: true },
  );
}

describe('the README’s script tag with its hash, over TLS', () => {
  it('runs, and so does the module that it loads', async ({ openShop, openPhone }) => {
    const shop = await openShop({ tls: true, serve: serveReadme() });
    const { link } = await shop.requestLink();
    const { page } = await openPhone();
    await page.goto(link);
    expect(await page.locator('script[integrity^=sha384-][src="/altapay/altapay.min.js"]').count()).toBe(1);
    await page.getByText(danish.chooseMethod).waitFor();
    expect(await pickerOn(page).methods.count()).toBeGreaterThan(2);
  });

  it('is refused after one flipped byte, and asks nobody for anything', async ({ openShop, openPhone }) => {
    const shop = await openShop({ tls: true, serve: serveReadme('altapay.min.js') });
    const { link } = await shop.requestLink();
    const before = shop.sandbox.ledger().requests.length;
    const { page } = await openPhone({ allowed: [REFUSED] });
    await page.addInitScript(noteLost);
    await page.goto(link);
    const lost = (): Promise<string[]> =>
      page.evaluate(() => (globalThis as unknown as { lost: string[] }).lost);
    await expect.poll(lost).toEqual([`${shop.shopUrl}/altapay/altapay.min.js`]);
    expect(await page.evaluate(() => 'AltaPay' in globalThis)).toBe(false);
    expect(await page.locator('[part=picker]').count()).toBe(0);
    const after = shop.sandbox.ledger().requests.slice(before);
    expect(after.filter(({ path }) => path.startsWith('/checkout/v1/'))).toEqual([]);
  });

  it('refuses a module with a flipped byte, by the import map, and goes on without it', async ({
    openShop,
    openPhone,
  }) => {
    const shop = await openShop({ tls: true, serve: serveReadme('lang/da.js') });
    const { link } = await shop.requestLink();
    const { page } = await openPhone({ allowed: [REFUSED] });
    await page.goto(link);
    await pickerOn(page).methods.first().waitFor();
    expect(shop.arrivals.map(({ url }) => url.pathname)).toContain('/altapay/lang/da.js');
    expect(await page.getByText(danish.chooseMethod).count()).toBe(0);
  });
});
