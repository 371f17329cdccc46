import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { describe, expect } from 'vitest';
import { guardSnippet } from '../support/guardSnippet.js';
import { expectText, guardIt as it, SDK, type Guarded } from '../support/guardTest.js';

// In the words of Chromium, and of Firefox, which compares even nothing with the hash.
const LOST = /^console: Failed to load resource|^uncaught: None of the “sha384” hashes/;
const REFUSED =
  /^csp: script-src-elem \S+altapay\.min\.js|^console: .*violates|^uncaught: Content-Security-Policy/;
const ALTERED = /^console: Failed to find a valid digest|^uncaught: None of the “sha384” hashes/;

describe('a script that does not come', () => {
  it.for<[row: string, guarded: Guarded]>([
    ['L47 an ad blocker', { allowed: [LOST], blocks: SDK }],
    ['L47 a page that is not found', { allowed: [LOST], answer: () => new Response(null, { status: 404 }) }],
    ['L47 a policy that does not name it', { allowed: [REFUSED], script: '' }],
    ['L47 one byte flipped in its integrity', { allowed: [ALTERED], integrity: flip }],
  ])('%s: one text says so', async ([, guarded], { openGuarded }) => {
    const { page, shop } = await openGuarded(guarded);
    await expectText(page, guardSnippet.blocked);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 0, paymentsCreated: 0 });
  });

  it('L47 says nothing where it comes', async ({ openGuarded }) => {
    const { page, picker } = await openGuarded();
    await picker.methods.first().waitFor();
    await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
    expect(await page.locator('main > p').count()).toBe(0);
  });
});

describe('a browser that cannot read the script', () => {
  it('L48 is told so', async ({ openGuarded }) => {
    const { page, shop } = await openGuarded({
      allowed: [/^uncaught: SyntaxError/],
      // What a class field is to a browser of 2020.
      answer: () =>
        new Response('class Sdk { @@field = 1; }', { headers: { 'content-type': 'text/javascript' } }),
      integrity: () => '',
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
