import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { README_FIGURE, brotliSize, bytesBySource } from '../.config/size.mjs';

describe('size', () => {
  const scriptTag = brotliSize('dist/altapay.min.js');

  it('the script tag is at most 20,000 bytes brotli', () => {
    expect(scriptTag).toBeLessThanOrEqual(20_000);
  });

  it('the script tag holds what shows the picker, and the part that pays what comes after', () => {
    const sourcesOf = (file: string) => bytesBySource(file).map(([source]) => source);
    const [first, later] = [sourcesOf('dist/altapay.min.js'), sourcesOf('dist/altapay.pay.js')];
    expect(first).toEqual(expect.arrayContaining(['src/initFromQR.ts', 'src/ui/mountPicker.ts']));
    expect(first.some((source) => source.startsWith('node_modules/zod/v4/core/'))).toBe(true);
    expect(later).toEqual(expect.arrayContaining(['src/flow/createPaying.ts', 'src/api/retryRequest.ts']));
    expect(later.some((source) => source.startsWith('node_modules/ky/'))).toBe(true);
  });

  it('the part that pays is at most 12,600 bytes brotli', () => {
    expect(brotliSize('dist/altapay.pay.js')).toBeLessThanOrEqual(12_600);
  });

  it('what only some payers are offered is at most 4,000 bytes brotli', () => {
    expect(brotliSize('dist/altapay.further.js')).toBeLessThanOrEqual(4_000);
  });

  it('the early start is at most 700 bytes, as they stand in a page', () => {
    expect(readFileSync('dist/altapay.early.js', 'utf8').trim().length).toBeLessThanOrEqual(700);
  });

  it('the QR module is at most 9,500 bytes brotli', () => {
    expect(brotliSize('dist/qr.js')).toBeLessThanOrEqual(9_500);
  });

  // Node versions carry slightly different brotli encoders.
  it('the README tells the figure, to a quarter of a percent', () => {
    const figure = README_FIGURE.exec(readFileSync('README.md', 'utf8'))?.[1];
    expect(
      figure,
      'README.md holds "script tag: N bytes brotli"; npm run size -- --write updates it',
    ).toBeDefined();
    const told = Number(figure?.replaceAll(',', ''));
    expect(Math.abs(told - scriptTag)).toBeLessThanOrEqual(scriptTag / 400);
  });
});
