import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../architecture/listFiles.js';

const numbers = (letter: string, last: number, gaps: readonly number[] = []): string[] =>
  Array.from({ length: last }, (_, index) => index + 1)
    .filter((number) => !gaps.includes(number))
    .map((number) => `${letter}${String(number).padStart(2, '0')}`);

/** Every fault that the matrix knows. */
const ROWS = [...numbers('L', 58, [19]), ...numbers('P', 33)];

const readme = readFileSync('test/faults/README.md', 'utf8');

/** The table below a heading: rows that stand in its first cell, and what is said of them. */
function table(heading: string): { readonly rows: readonly string[]; readonly text: string }[] {
  const section = readme.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return (section.match(/^\|.*\|$/gm) ?? []).slice(2).map((line) => {
    const [, first = '', text = ''] = line.split('|');
    return { rows: first.match(/[LP]\d\d/g) ?? [], text: text.trim() };
  });
}

describe('the fault matrix', () => {
  const titles = listFiles('test/faults', '.test.ts').flatMap(({ text }) =>
    [...text.matchAll(/['`]((?:[LP]\d\d )+)/g)].flatMap(([, rows]) => rows!.trim().split(' ')),
  );
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
      [...text.matchAll(/`([\w/]+)`/g)].map(([, file]) => ({ rows, file: `test/${file!}.test.ts` })),
    );
    expect(named.length).toBeGreaterThanOrEqual(elsewhere.length);
    expect(named.filter(({ file }) => !existsSync(file))).toEqual([]);
  });

  it('has a reason for each row that is not run as written', () => {
    expect(notRun.filter(({ rows, text }) => rows.length === 0 || text.length < 20)).toEqual([]);
  });
});
