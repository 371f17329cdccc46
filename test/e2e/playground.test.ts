import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { findTypeErrors } from '../prose/findTypeErrors.js';
import { DESK, it as e2eIt } from './support/e2eTest.js';
import { findViolations } from './support/findViolations.js';
import { leavePages } from './support/leavePages.js';
import { startExample } from './support/startExample.mjs';
import { strictPolicy } from './support/strictPolicy.js';

/** `it` with the playground served and opened on a desk's screen. */
const it = e2eIt.extend('playground', async ({ browser, openPhone }, { onCleanup }) => {
  const { origin, stop } = await startExample('playground');
  onCleanup(async () => {
    await leavePages(browser);
    stop();
  });
  const { page } = await openPhone({ ...DESK, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${origin}/`);
  await page.getByRole('radio', { name: /^Card/ }).waitFor();
  return { page, origin, code: page.locator('pre code') };
});

it('shows what was chosen in picker and code, by keyboard, on a desk and on a phone', async ({
  playground,
}) => {
  const { page, code } = playground;
  expect(await findViolations(page)).toEqual([]);
  const offered = page.getByLabel('Language').locator('option');
  const files = readdirSync('src/i18n/lang').map((file) => file.replace('.ts', ''));
  const values = await offered.evaluateAll((options) =>
    options.map((option) => option.getAttribute('value')),
  );
  expect(values).toEqual(['', 'en', ...files]);

  await page.getByLabel('Preset').focus();
  await page.keyboard.press('r');
  await page.locator('#payment section.rounded').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByLabel('Corners, in pixels').fill('9');
  await page.getByLabel('Language').selectOption('da');
  await page.locator('#payment section[lang=da].rounded').waitFor();
  const accent = (): Promise<string> =>
    page
      .locator('#payment section')
      .evaluate((node) => getComputedStyle(node).getPropertyValue('--altapay-radius'));
  await expect.poll(accent).toBe('9px');

  expect(await code.textContent()).toContain('data-preset="rounded"');
  const copied: Record<string, string> = {};
  for (const [variant, file] of [
    ['npm', 'copied.ts'],
    ['React', 'copied.tsx'],
  ] as const) {
    await page.getByRole('radio', { name: variant }).check();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied.').waitFor();
    copied[file] = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied[file]).toBe(await code.textContent());
    expect(copied[file]).toMatch(/'--altapay-radius': '9px'/);
  }
  expect(findTypeErrors(copied)).toEqual([]);

  const explained: string[] = [];
  page.on('console', (message) => explained.push(message.text()));
  await page.getByLabel('Explain each step in the console').check();
  await expect
    .poll(() => explained.join('\n'))
    .toMatch(
      /ms: session\/…\/activation (?:answered 200|ended) after \d+ ms\n[^]*ms: ready\n[^]*ways to pay: CARD/,
    );

  await page.getByLabel('What the link leads to').selectOption('paid');
  await page.getByRole('heading', { name: 'Ordren er betalt' }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await findViolations(page)).toEqual([]);
});

it('gives a tag that draws the picker on another page', async ({ playground, openPhone }) => {
  const { page, origin, code } = playground;
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByLabel('Language').selectOption('sv');
  const made = await fetch(`${origin}/__sandbox/links`, { method: 'POST' });
  const link = new URLSearchParams((await made.json()) as Record<string, string>);
  const tag = ((await code.textContent()) ?? '')
    .replace(/https:\/\/[^"]+/, `${origin}/checkout/v1/api`)
    .replace('/altapay/', '/dist/')
    .replace('<script', '<script nonce="copied"');
  const { page: other } = await openPhone();
  await other.route(`${origin}/copied`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: {
        'content-security-policy': strictPolicy({ script: "'nonce-copied'" }),
      },
      body: `<!doctype html><html lang="en"><title>Pay</title>${tag}</html>`,
    }),
  );
  await other.goto(`${origin}/copied#${link.toString()}`);
  await other.locator('#payment section[lang=sv].dark').waitFor();
});
