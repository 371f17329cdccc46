import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { it as e2eIt, type OpenOptions } from '../../e2e/support/e2eTest.js';
import { pickerOn } from '../../e2e/support/pickerOn.js';
import { strictPolicy } from '../../e2e/support/strictPolicy.js';
import { guardSnippet } from '../support/guardSnippet.js';

const { 'altapay.min.js': integrity } = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Record<
  string,
  string
>;
const SDK = '**/sdk/altapay.min.js';

type Guarded = OpenOptions & {
  readonly integrity?: string | undefined;
  readonly script?: string;
  /** Before the page is asked for. */
  readonly prepare?: (page: Page) => Promise<unknown>;
};

const it = e2eIt.extend('openGuarded', async ({ openShop, openPhone }) => {
  return async ({ integrity: hash = integrity, script = "'self'", prepare, ...open }: Guarded = {}) => {
    const shop = await openShop({
      serve(request, apiUrl) {
        if (new URL(request.url).pathname !== '/pay') return undefined;
        const html = `<!doctype html>
<html lang="en">
  <head>
    <meta name="viewport" content="width=device-width" />
    <title>Payment</title>
    <link rel="icon" href="/assets/cup.svg" />
    ${guardSnippet.html}
    <script src="/sdk/altapay.min.js" integrity="${hash}" data-api-url="${apiUrl}" data-container="#payment" defer></script>
  </head>
  <body><main id="payment"></main></body>
</html>`;
        const policy = strictPolicy({
          script: `${guardSnippet.hash} ${script}`,
          connect: new URL(apiUrl).origin,
          image: '*',
        });
        return new Response(html, {
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
        });
      },
    });
    const { link } = await shop.requestLink();
    const { page } = await openPhone(open);
    await prepare?.(page);
    await page.goto(link, { waitUntil: 'commit' });
    return { page, shop, picker: pickerOn(page) };
  };
});

/** Seen once, and told to assistive technology; nothing else stands there. */
async function expectText(page: Page, text: string): Promise<void> {
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').allInnerTexts()).toEqual([text]);
  expect((await page.locator('main').innerText()).trim()).toBe(text);
}

const LOST = /^console: Failed to load resource/;

describe('a script that does not come', () => {
  it.for<[row: string, guarded: Guarded]>([
    [
      'L47 an ad blocker',
      { allowed: [LOST], prepare: (page) => page.route(SDK, (route) => route.abort('blockedbyclient')) },
    ],
    [
      'L47 a page that is not found',
      { allowed: [LOST], prepare: (page) => page.route(SDK, (route) => route.fulfill({ status: 404 })) },
    ],
    [
      'L47 a policy that does not name it',
      { allowed: [/^csp: script-src-elem \S+altapay\.min\.js/, /^console: .*violates/], script: '' },
    ],
    [
      'L47 one byte flipped in its integrity',
      { allowed: [/^console: Failed to find a valid digest/], integrity: flip(integrity!) },
    ],
  ])('%s: one text says so', async ([, guarded], { openGuarded }) => {
    const { page, shop } = await openGuarded(guarded);
    await expectText(page, guardSnippet.blocked);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 0, paymentsCreated: 0 });
  });

  it('L47 one that is never answered: after 20 seconds; it gives way should the script still come', async ({
    openGuarded,
  }) => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const { page, picker } = await openGuarded({
      prepare: async (page) => {
        await page.clock.install();
        await page.route(SDK, async (route) => {
          await answered;
          await route.continue();
        });
      },
    });
    await page.locator('main').waitFor({ state: 'attached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.clock.fastForward(20_000);
    await expectText(page, guardSnippet.blocked);
    answer();
    await picker.methods.first().waitFor();
    await page.getByText(guardSnippet.blocked).waitFor({ state: 'detached' });
  });

  it('L47 says nothing where it comes', async ({ openGuarded }) => {
    const { page, picker } = await openGuarded();
    await picker.methods.first().waitFor();
    await page.waitForLoadState();
    expect(await page.locator('main > p').count()).toBe(0);
  });
});

describe('a browser that cannot read the script', () => {
  it('L48 is told so', async ({ openGuarded }) => {
    const { page, shop } = await openGuarded({
      allowed: [/^uncaught: SyntaxError/],
      // What a class field is to a browser of 2020.
      prepare: (page) => page.route(SDK, (route) => route.fulfill({ body: 'class Sdk { @@field = 1; }' })),
      integrity: '',
    });
    await expectText(page, guardSnippet.old);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 0, paymentsCreated: 0 });
  });

  it('L48 the lines that tell it are ES5, and their hash is the README’s', async () => {
    const { code } = await transform(guardSnippet.code, { target: 'esnext' });
    expect((await transform(guardSnippet.code, { target: 'es5' })).code).toBe(code);
    expect(code).not.toMatch(/\b(?:fetch|Promise|URL|AbortController|Symbol|currentScript|append|remove)\(/);
    expect(readFileSync('README.md', 'utf8')).toContain(guardSnippet.hash);
  });
});

function flip(hash: string): string {
  const bytes = Buffer.from(hash.slice('sha384-'.length), 'base64');
  bytes[0]! ^= 1;
  return `sha384-${bytes.toString('base64')}`;
}
