import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGINE_TESTS, ONE_ENGINE_TESTS } from '../../.config/engineTests.mjs';
import { listFiles } from '../architecture/listFiles.js';

const numbers = (letter: string, last: number, gaps: readonly number[] = []): string[] =>
  Array.from({ length: last }, (_, index) => index + 1)
    .filter((number) => !gaps.includes(number))
    .map((number) => `${letter}${String(number).padStart(2, '0')}`);

/** Every fault that the matrix knows. */
const ROWS = [...numbers('L', 58, [19]), ...numbers('P', 33)];

const readme = readFileSync('test/faults/README.md', 'utf8');

type Listed = { readonly rows: readonly string[]; readonly text: string; readonly reason: string };

/** The table below a heading: rows that stand in its first cell, and what is said of them. */
function table(heading: string): Listed[] {
  const section = readme.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return (section.match(/^\|.*\|$/gm) ?? []).slice(2).map((line) => {
    const [, first = '', text = '', reason = ''] = line.split('|');
    return { rows: first.match(/[LP]\d\d/g) ?? [], text: text.trim(), reason: reason.trim() };
  });
}

describe('the fault matrix', () => {
  const files = listFiles('test/faults', '.test.ts').map(({ path, text }) => ({
    inChromium: path.endsWith('.chromium.test.ts'),
    rows: [...text.matchAll(/['`]((?:[LP]\d\d )+)/g)].flatMap(([, rows]) => rows!.trim().split(' ')),
  }));
  const titles = files.flatMap(({ rows }) => rows);
  const elsewhere = table('Held elsewhere');
  const notRun = table('Not run as written');
  const listed = [...elsewhere, ...notRun].flatMap(({ rows }) => rows);

  it('runs each row, or the README says where it is held or why it is not run', () => {
    expect(ROWS.filter((row) => !titles.includes(row) && !listed.includes(row))).toEqual([]);
  });

  it('knows no other row', () => {
    expect([...titles, ...listed].filter((row) => !ROWS.includes(row))).toEqual([]);
  });

  it('is held elsewhere where the README says', () => {
    const named = elsewhere.flatMap(({ rows, text }) =>
      [...text.matchAll(/`([\w/.]+)`/g)].map(([, file]) => ({ rows, file: `test/${file!}.test.ts` })),
    );
    expect(named.length).toBeGreaterThanOrEqual(elsewhere.length);
    expect(named.filter(({ file }) => !existsSync(file))).toEqual([]);
  });

  it('has a reason for each row that is not run as written', () => {
    expect(notRun.filter(({ rows, text }) => rows.length === 0 || text.length < 20)).toEqual([]);
  });

  describe('in Firefox and WebKit', () => {
    const browserFiles = ({ text }: Listed): string[] =>
      [...text.matchAll(/`(e2e\/[\w.]+)`/g)].map(([, file]) => `test/${file!}.test.ts`);
    const isRun = (file: string): boolean =>
      !file.endsWith('.chromium.test.ts') && !ONE_ENGINE_TESTS.includes(file);
    const rowsOf = (listed: readonly { readonly rows: readonly string[] }[]): string[] =>
      listed.flatMap(({ rows }) => rows);
    const run = [
      ...rowsOf(files.filter(({ inChromium }) => !inChromium)),
      ...rowsOf(elsewhere.filter((listed) => browserFiles(listed).some(isRun))),
    ];
    /** What is done in Chromium and not there. */
    const missing = [
      ...rowsOf(files.filter(({ inChromium }) => inChromium)),
      ...rowsOf(elsewhere.filter((listed) => !browserFiles(listed).every(isRun))),
    ];
    const told = table('In each engine');

    it('is run as those files say that vitest is told', () => {
      expect(ENGINE_TESTS).toContain('test/faults/**/*.test.ts');
      expect(ENGINE_TESTS).toContain('test/e2e/**/*.test.ts');
      expect(ONE_ENGINE_TESTS).toContain('**/*.chromium.test.ts');
      // Of the matrix no other file is left out.
      expect(ONE_ENGINE_TESTS.filter((file) => file.startsWith('test/faults/'))).toEqual([
        'test/faults/rows.test.ts',
      ]);
      expect(files.filter(({ inChromium }) => inChromium).length).toBeGreaterThan(0);
    });

    it('runs each row, or the README says why not', () => {
      const listedThere = rowsOf(told);
      expect(missing.filter((row) => !listedThere.includes(row))).toEqual([]);
      const neither = [...run, ...listedThere, ...rowsOf(notRun)];
      expect(ROWS.filter((row) => !neither.includes(row))).toEqual([]);
    });

    it('is said to be left out with a reason, and only where it is', () => {
      expect(told.filter(({ rows, reason }) => rows.length === 0 || reason.length < 20)).toEqual([]);
      expect(told.filter(({ text }) => !/^(?:Firefox, )?WebKit$/.test(text))).toEqual([]);
      const inNeither = rowsOf(told.filter(({ text }) => text.includes('Firefox')));
      expect(inNeither.filter((row) => !missing.includes(row))).toEqual([]);
    });
  });
});
