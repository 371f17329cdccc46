import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../src/i18n/languages.js';
import { chosenEntries, distinctEntries } from '../src/sandbox/galleryEntries.js';

const report = readFileSync('ACCESSIBILITY.md', 'utf8');
const { version, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  devDependencies: Record<string, string>;
};

// WCAG 2.2, https://www.w3.org/TR/WCAG22/: every criterion of these levels.
const LEVELS = {
  A: '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2',
  AA: '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3',
};

const rows = [...report.matchAll(/^\| (\d\.\d\.\d+) .*\|$/gm)].map(([row, criterion]) => {
  const [, level, conformance, remark, heldBy] = row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
  return { criterion: criterion!, level, conformance: conformance!, remark: remark!, heldBy: heldBy! };
});

describe('the accessibility report', () => {
  it('answers every criterion of both levels, once', () => {
    expect(rows).toHaveLength(55);
    for (const [level, criteria] of Object.entries(LEVELS))
      expect(rows.filter((row) => row.level === level).map(({ criterion }) => criterion)).toEqual(
        criteria.split(' '),
      );
  });

  it('says of each how far it is met, and why', () => {
    for (const { criterion, conformance, remark } of rows) {
      expect(conformance, criterion).toMatch(/^(?:Supports|Partially supports|Not applicable)$/);
      expect(remark.length, criterion).toBeGreaterThan(3);
    }
  });

  it('names tests that are there, and none for what there is nothing to say of', () => {
    const files = rows.flatMap(({ heldBy }) => /\((.*)\)/.exec(heldBy)?.[1] ?? []);
    expect(files.length).toBeGreaterThan(25);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    expect(rows.filter(({ conformance, heldBy }) => conformance === 'Not applicable' && heldBy)).toEqual([]);
  });

  it('has the figures of what is tested', () => {
    expect(report).toContain(`altapay-js ${version}`);
    expect(report).toContain(`axe-core ${devDependencies['axe-core']!}`);
    expect(report).toContain(`${languages.size + 1} languages`);
    expect(report).toContain(`${chosenEntries.length} gallery entries`);
    expect(report).toContain(`holds ${distinctEntries().length.toLocaleString('en-GB')} in`);
  });
});
