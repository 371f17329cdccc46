import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SERVED, brotliSize, bytesBySource, figureOf } from '../.config/size.mjs';

describe('size', () => {
  const readme = readFileSync('README.md', 'utf8');
  const numberOf = (told?: string) => Number(told?.replaceAll(',', ''));

  it.each(SERVED)('$file is at most $limit bytes brotli', ({ file, limit }) => {
    expect(brotliSize(file)).toBeLessThanOrEqual(limit);
  });

  // Node versions carry slightly different brotli encoders.
  it.each(SERVED)(
    'the README tells the figure of $file, to a quarter of a percent, and its limit',
    (served) => {
      const { file, row, limit } = served;
      const [, figure, most] = figureOf(row).exec(readme) ?? [];
      const size = brotliSize(file);
      expect(
        Math.abs(numberOf(figure) - size),
        'npm run size -- --write updates the README',
      ).toBeLessThanOrEqual(size / 400);
      expect(numberOf(most), 'npm run size -- --write updates the README').toBe(limit);
    },
  );

  it('the script tag holds what shows the picker, and the part that pays what comes after', () => {
    const sourcesOf = (file: string) => bytesBySource(file).map(([source]) => source);
    const [first, later] = [sourcesOf('dist/altapay.min.js'), sourcesOf('dist/altapay.pay.js')];
    expect(first).toEqual(expect.arrayContaining(['src/initFromQR.ts', 'src/ui/mountPicker.ts']));
    expect(first.some((source) => source.startsWith('node_modules/zod/v4/core/'))).toBe(true);
    expect(later).toEqual(expect.arrayContaining(['src/flow/createPaying.ts', 'src/api/retryRequest.ts']));
    expect(later.some((source) => source.startsWith('node_modules/ky/'))).toBe(true);
  });

  it('the early start is at most 700 bytes, as they stand in a page', () => {
    expect(readFileSync('dist/altapay.early.js', 'utf8').trim().length).toBeLessThanOrEqual(700);
  });
});
