import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { findTypeErrors } from '../prose/findTypeErrors.js';
import { it as engineIt } from './support/engineTest.js';
import { findViolations } from './support/findViolations.js';
import type { ShopSetting } from './support/startShop.js';
import { startServer } from './support/startServer.js';
import { startExample } from './support/startExample.mjs';
import { strictPolicy } from './support/strictPolicy.js';
import { copiedOn, watchCopying } from './support/watchCopying.js';

/** `it` with the playground served and opened on a desk's screen. */
const it = engineIt.extend('playground', async ({ openPhone }, { onCleanup }) => {
  const { origin, stop } = await startExample('playground');
  const { page } = await openPhone({ desk: true, permissions: ['clipboard-write'] });
  onCleanup(async () => {
    await page.goto('about:blank');
    stop();
  });
  await page.goto(`${origin}/`);
  await page.getByRole('radio', { name: /^Card/ }).waitFor();
  return { page, origin, code: page.locator('pre code') };
});

type Explained = { readonly explained: string[] };

/** Notes what the page writes to its console. */
function noteExplained(): void {
  const explained: string[] = [];
  Object.assign(globalThis, { explained });
  for (const name of ['debug', 'info', 'log'] as const)
    console[name] = (...words: unknown[]) => void explained.push(words.map(String).join(' '));
}

/** Tells the page as a payer's typing does, which Firefox's driver adds to what stands there. */
function fillIn(field: Element, value: string): void {
  (field as HTMLInputElement).value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

it('shows what was chosen in picker and code, by keyboard, on a desk and on a phone', async ({
  playground,
}) => {
  const { page, code } = playground;
  expect(await findViolations(page)).toEqual([]);
  const files = readdirSync('src/i18n/lang').map((file) => file.replace('.ts', ''));
  const values = await page
    .getByLabel('Language')
    .evaluate((select) => Array.from((select as HTMLSelectElement).options, ({ value }) => value));
  expect(values).toEqual(['', 'en', ...files]);

  await page.getByLabel('Preset').focus();
  await page.keyboard.press('r');
  await page.locator('section.rounded').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByLabel('Corners, in pixels').evaluate(fillIn, '9');
  await page.getByLabel('Language').selectOption('da');
  await page.locator('section[lang=da].rounded').waitFor();
  const accent = (): Promise<string> =>
    page
      .locator('[part=picker]')
      .evaluate((node) => getComputedStyle(node).getPropertyValue('--altapay-radius'));
  await expect.poll(accent).toBe('9px');

  await page.evaluate(watchCopying);
  expect(await code.textContent()).toContain('data-preset="rounded"');
  const copied: Record<string, string> = {};
  for (const [variant, file] of [
    ['npm', 'copied.ts'],
    ['React', 'copied.tsx'],
  ] as const) {
    await page.getByRole('radio', { name: variant }).click();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied.').waitFor();
    copied[file] = (await copiedOn(page)) ?? '';
    expect(copied[file]).toBe(await code.textContent());
    expect(copied[file]).toMatch(/'--altapay-radius': '9px'/);
  }
  expect(findTypeErrors(copied)).toEqual([]);

  await page.evaluate(noteExplained);
  await page.getByLabel('Explain each step in the console').click();
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as Explained).explained.join('\n')))
    .toMatch(
      /ms: session\/…\/activation (?:answered 200|ended) after \d+ ms\n[^]*ms: ready\n[^]*ways to pay: CARD/,
    );

  await page.getByLabel('What the link leads to').selectOption('paid');
  await page.getByRole('heading', { name: 'Ordren er betalt' }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await findViolations(page)).toEqual([]);
});

it('gives a tag that draws the picker on another page', async ({
  browser,
  playground,
  openPhone,
  onTestFinished,
}) => {
  const { page, origin, code } = playground;
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByLabel('Language').selectOption('sv');
  const made = await fetch(`${origin}/__sandbox/links`, { method: 'POST' });
  const link = new URLSearchParams((await made.json()) as Record<string, string>);
  const tag = ((await code.textContent()) ?? '')
    .replace(/https:\/\/[^"]+/, `${origin}/checkout/v1/api`)
    .replace('/altapay/', '/dist/')
    .replace('<script', '<script nonce="copied"');
  const { around = (_, answer) => answer() }: Pick<ShopSetting, 'around'> = browser.shops ?? {};
  // The merchant's page, with all else as the playground has it.
  const merchant = await startServer((request) =>
    around(request, async () => {
      const { pathname, search } = new URL(request.url);
      if (pathname !== '/copied') return fetch(new Request(`${origin}${pathname}${search}`, request));
      return new Response(`<!doctype html><html lang="en"><title>Pay</title>${tag}</html>`, {
        headers: {
          'content-type': 'text/html',
          'content-security-policy': strictPolicy({ script: "'nonce-copied'", connect: origin }),
        },
      });
    }),
  );
  const { page: other } = await openPhone();
  onTestFinished(() => merchant.close());
  await other.goto(`${merchant.origin}/copied#${link.toString()}`);
  await other.locator('section[lang=sv].dark').waitFor();
});
