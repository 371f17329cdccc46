import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('SECURITY.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The rows of the table below a heading, cell by cell. */
function table(heading: string): string[][] {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return (section.match(/^\|.*\|$/gm) ?? []).slice(2).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

describe('SECURITY.md', () => {
  it.each(table('Who attacks, and what stops them'))('%s, to %s: %s', (...row) => {
    const [, , , shownBy = ''] = row;
    const tests = [...shownBy.matchAll(/\]\(([^)]+)\) “([^”]+)”/g)];
    expect(tests.length).toBeGreaterThan(0);
    expect(tests).toHaveLength(shownBy.match(/“/g)!.length);
    for (const [, file, title] of tests) {
      expect(existsSync(file!), file).toBe(true);
      expect(readFileSync(file!, 'utf8'), file).toContain(title);
    }
  });

  it('says something of every kind of attacker', () => {
    const told = table('Who attacks, and what stops them')
      .map(([who]) => who)
      .join('; ');
    for (const who of [/link/, /logo/, /name/, /network/, /script/, /stale tab/, /API/, /build from/])
      expect(told).toMatch(who);
  });

  it('lists every built script, once, and none that is not there', () => {
    const listed = table('The scripts').map(([name]) => name!.replaceAll('`', ''));
    const patterns = listed.map(
      (name) => new RegExp(`^${name.replaceAll('.', '\\.').replace('*', '[\\w-]+')}$`),
    );
    const built = Object.keys(JSON.parse(readFileSync('dist/sri.json', 'utf8')) as object);
    const rows = built.map((file) => [file, patterns.filter((pattern) => pattern.test(file)).length]);
    expect(rows.filter(([, count]) => count !== 1)).toEqual([]);
    expect(listed.filter((_, index) => !built.some((file) => patterns[index]!.test(file)))).toEqual([]);
  });

  it('names commands and files that are there', () => {
    const commands = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!);
    expect(commands.length).toBeGreaterThan(2);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    const files = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, file]) => file!);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});
