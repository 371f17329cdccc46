import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startExample } from '../e2e/support/startExample.mjs';

it('script-tag is one HTML file', () => {
  const page = readFileSync('examples/script-tag/index.html', 'utf8');
  expect(page.match(/\b(?:src|href)="[^"]+"/g)).toEqual(['src="/dist/altapay.min.js"']);
});

it('an example is asked for by name', async () => {
  await expect(startExample('nothing' as 'module')).rejects.toThrow(/script-tag\|module\|headless\|react/);
});
