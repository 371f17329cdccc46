import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { english } from '../src/i18n/messages.js';
import { listFiles } from './architecture/listFiles.js';
import { codeBlocks } from './prose/codeBlocks.js';
import { findLinks } from './prose/findLinks.js';
import { findTypeErrors } from './prose/findTypeErrors.js';
import { isAttribute } from './prose/isAttribute.js';
import { namesOf } from './prose/namesOf.js';

const readme = readFileSync('README.md', 'utf8');
const { scripts, dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'scripts' | 'dependencies' | 'devDependencies',
  Record<string, string>
>;

/** The code blocks of one language. */
const blocks = (language: string): string[] => codeBlocks(readme, language).map(({ text }) => text);

/** The rows of the first table below a heading, cell by cell. */
function table(heading: string): string[][] {
  const section = readme.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const rows = section.match(/^\|.*\|$/gm) ?? [];
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

/** What stands in backticks. */
function codes(text = ''): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
}

const inOrder = (names: readonly string[]) => [...names].sort();

describe('the code in the README', () => {
  const complain = (texts: readonly string[], ending = 'ts') =>
    findTypeErrors(Object.fromEntries(texts.map((text, index) => [`readme-${index}.${ending}`, text])));

  it('fits the types', () => {
    const texts = blocks('ts');
    expect(texts.length).toBeGreaterThan(4);
    expect(complain(texts)).toEqual([]);
    expect(blocks('tsx')).toHaveLength(1);
    expect(complain(blocks('tsx'), 'tsx')).toEqual([]);
  });

  it('would be found out if it did not', () => {
    const [wrong] = complain([`import { initFromQR } from 'altapay-js';\nawait initFromQR({ apiUrl: 1 });`]);
    expect(wrong).toMatch(/readme-0\.ts Type 'number' is not assignable/);
  });

  it('of the script tag uses attributes that are read', () => {
    const attributes = [
      ...blocks('html')
        // The tag of the snippet for a script that does not come is its own.
        .filter((block) => !block.includes('data-blocked'))
        .join('')
        .matchAll(/\bdata-([\w-]+)=/g),
    ].map(([, name]) => name!);
    expect(attributes).toContain('api-url');
    expect(attributes.filter((name) => !isAttribute(name))).toEqual([]);
  });

  it('of the element uses attributes that are read', () => {
    const tags =
      blocks('html')
        .join('')
        .match(/(?<=<altapay-payment\s)[^>]*/g) ?? [];
    const attributes = tags.flatMap((tag) => [...tag.matchAll(/([\w-]+)="/g)].map(([, name]) => name!));
    expect(attributes).toContain('api-url');
    expect(attributes.filter((name) => !isAttribute(name))).toEqual([]);
  });

  it('of the early start is what is built, with its hash', () => {
    const built = readFileSync('dist/altapay.early.js', 'utf8').trim();
    const [inline] = /(?<=<script data-api-url="[^"]*">).*(?=<\/script>)/.exec(blocks('html').join('')) ?? [];
    expect(inline).toBe(built);
    const hash = createHash('sha256').update(built).digest('base64');
    expect(readme).toContain(`'sha256-${hash}'`);
  });

  it('names custom properties and parts that the picker has, all of them', () => {
    const source = listFiles('src/ui', '.ts')
      .map(({ text }) => text)
      .join('\n');
    const own = new Set(source.match(/--altapay-[a-z-]+[a-z]/g));
    expect(inOrder([...new Set(readme.match(/--altapay-[a-z-]+[a-z]/g))])).toEqual(inOrder([...own]));
    const parts = [...new Set([...source.matchAll(/\bpart: '([\w-]+)'/g)].map(([, name]) => name!))];
    const told = codes(/^Parts: (.*?)\. /m.exec(readme)?.[1]);
    expect(inOrder(told)).toEqual(inOrder(parts));
    for (const [, name] of readme.matchAll(/::part\(([\w-]+)\)/g)) expect(parts).toContain(name);
  });
});

describe('the tables in the README', () => {
  it('tell every option, in the order of the types', () => {
    const told = table('Options').map(([name]) => codes(name)[0]!);
    expect(told).toEqual(namesOf('src/options.ts', 'SessionOptions', 'InitFromQROptions'));
  });

  it('tell every attribute of the script tag', () => {
    const told = table('Options').flatMap(([, attributes]) => codes(attributes));
    expect(told.map((name) => name.replace('data-', '')).filter((name) => !isAttribute(name))).toEqual([]);
    const lists = readFileSync('src/browser/readScriptTag.ts', 'utf8').matchAll(/= \[(.*)\] as const/g);
    // Every callback is an attribute as well.
    const callbacks = /'a function':\s+'([^']+)'/.exec(readFileSync('src/resolveOptions.ts', 'utf8'));
    const read = [
      ...[...lists].flatMap(([, list]) => list!.match(/\w+/g) ?? []),
      ...(callbacks?.[1]?.match(/\bon[A-Z]\w+/g) ?? []),
    ];
    expect(read.length).toBeGreaterThan(8);
    const kebab = [...read, 'theme', 'preset'].map(
      (name) => `data-${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`,
    );
    expect(inOrder(told)).toEqual(inOrder(kebab));
  });

  it('tell every state', () => {
    expect(table('States').map(([name]) => codes(name)[0])).toEqual(
      namesOf('src/core/sessionState.ts', 'SessionState'),
    );
  });

  it('tell every error code, with words that a payer really reads', () => {
    const rows = table('Errors');
    expect(rows.map(([code]) => codes(code)[0])).toEqual(namesOf('src/errors.ts', 'PaymentErrorCode'));
    const quoted = rows.flatMap(([, , text]) => [...text!.matchAll(/“(.*?)”/g)].map(([, words]) => words!));
    expect(quoted.length).toBeGreaterThan(15);
    expect(quoted.filter((words) => !Object.values(english).includes(words))).toEqual([]);
  });

  it('tell every event', () => {
    const told = table('Events').map(([name]) => codes(name)[0]!.replace('altapay:', ''));
    expect(told).toEqual(namesOf('src/checkoutSession.ts', 'SessionEvents'));
  });

  it('give every dependency its reason', () => {
    const section = readme.split(/^## /m).find((text) => text.startsWith('Dependencies\n'))!;
    const rows = section.match(/^\| `.*$/gm)!;
    const told = rows.flatMap((row) => codes(row.split('|')[1]));
    expect(inOrder(told)).toEqual(inOrder(Object.keys({ ...dependencies, ...devDependencies })));
  });

  it('tell every npm script', () => {
    const told = table('Developing').map(([name]) => codes(name)[0]!.replace(/^npm (?:run )?/, ''));
    expect(inOrder(told)).toEqual(inOrder(Object.keys(scripts)));
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('the README', () => {
  it('names the languages there are', () => {
    const files = readdirSync('src/i18n/lang').map((file) => file.replace('.ts', ''));
    const section = readme.split(/^## /m).find((text) => text.startsWith('Languages\n'))!;
    expect([...section.matchAll(/\(`(\w+)`\)/g)].map(([, language]) => language)).toEqual(['en', ...files]);
  });

  it('points to files and headings that are there', () => {
    const links = findLinks('README.md');
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter(({ isDead }) => isDead)).toEqual([]);
  });
});
