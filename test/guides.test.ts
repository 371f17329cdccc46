import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { english } from '../src/i18n/messages.js';
import { listFiles } from './architecture/listFiles.js';
import { codeBlocks } from './prose/codeBlocks.js';
import { findLinks } from './prose/findLinks.js';
import { findTypeErrors } from './prose/findTypeErrors.js';
import { isAttribute } from './prose/isAttribute.js';
import { namesOf } from './prose/namesOf.js';

const guides = listFiles('src/guides', '.md');
const read = (name: string): string => readFileSync(`src/guides/${name}.md`, 'utf8');
// What others' code is shown with is not installed: it is any.
const foreign = `declare module 'braintree-web-drop-in'; declare module '@adyen/adyen-web/auto';`;
const inOrder = (names: Iterable<string>): string[] => [...new Set(names)].sort();

describe('the guides', () => {
  it('have code that fits the types', () => {
    const blocks = guides.flatMap(({ path, text }) =>
      codeBlocks(text, 'ts', 'tsx', 'js').map((block, index) => [
        `guide-${basename(path, '.md')}-${index}.${block.language}`,
        block.text,
      ]),
    );
    expect(blocks.length).toBeGreaterThanOrEqual(guides.length);
    const page = { 'guide-foreign.d.ts': foreign, 'guide-page.ts': `import '../src/global.js';` };
    expect(findTypeErrors({ ...Object.fromEntries(blocks), ...page })).toEqual([]);
  });

  it('have tags with attributes that are read', () => {
    const tags = guides.flatMap(({ text }) =>
      codeBlocks(text, 'html').flatMap(
        (block) => block.text.match(/<script[^>]*altapay\.min\.js[^>]*>/g) ?? [],
      ),
    );
    const attributes = tags.flatMap((tag) => [...tag.matchAll(/\bdata-([\w-]+)/g)].map(([, name]) => name!));
    expect(attributes).toContain('on-failure');
    expect(attributes.filter((name) => !isAttribute(name))).toEqual([]);
  });

  it.each(guides)('$path points to files and headings that are there', ({ path }) => {
    const links = findLinks(path);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(({ isDead }) => isDead)).toEqual([]);
  });

  it('are each linked from the README', () => {
    const linked = findLinks('README.md').map(({ target }) => target);
    expect(guides.map(({ path }) => path).filter((path) => !linked.includes(path))).toEqual([]);
  });
});

describe('the guide to npm', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, unknown>;
  };
  const entries = Object.keys(exports)
    .filter((name) => /^\.(?:\/[\w-]+)?$/.test(name))
    .map((name) => name.replace('.', 'altapay-js'));

  it('tells of every entry, and so does the reference', () => {
    expect(entries.length).toBeGreaterThan(6);
    const told = [...read('npm').matchAll(/^\| `(altapay-js[\w/-]*)`/gm)].map(([, name]) => name!);
    expect(inOrder(told)).toEqual(inOrder(entries));
    const { entryPoints } = JSON.parse(readFileSync('.config/typedoc.json', 'utf8')) as {
      entryPoints: string[];
    };
    const modules = entryPoints.map(
      (path) => /@module (.*)/.exec(readFileSync(`.config/${path}`, 'utf8'))?.[1],
    );
    expect(inOrder(modules.map(String))).toEqual(inOrder(entries));
  });
});

describe('the guide to errors', () => {
  const text = read('errors');

  it('has one heading for every code, and none for another', () => {
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading!);
    const codes = namesOf('src/errors.ts', 'PaymentErrorCode');
    expect(codes.length).toBeGreaterThan(20);
    expect(headings).toEqual(codes.map((code) => `\`${code}\``));
  });

  it('says of each when it happens, what the payer sees, and what to do', () => {
    const sections = text.split(/^## /m).slice(1);
    const wanted = /\n\n- \*\*When\*\*: .+\n- \*\*The payer sees\*\*: .+\n- \*\*You do\*\*: .+\n+$/;
    expect(sections.filter((section) => !wanted.test(section))).toEqual([]);
  });

  it('quotes words that a payer really reads', () => {
    const quoted = [...text.matchAll(/“(.*?)”/g)].map(([, words]) => words!);
    expect(quoted.length).toBeGreaterThan(20);
    expect(inOrder(quoted).filter((words) => !Object.values(english).includes(words))).toEqual([]);
  });
});

describe('the guide to theming', () => {
  const text = read('theming');
  const source = listFiles('src/ui', '.ts')
    .map((file) => file.text)
    .join('\n');
  const rows = (heading: string): string[][] => {
    const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
    return (section.match(/^\|.*\|$/gm) ?? []).slice(2).map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
  };

  it('tells every custom property of the picker once, and no other', () => {
    const own = inOrder(source.match(/--altapay-[a-z-]+[a-z]/g) ?? []);
    expect(own.length).toBeGreaterThan(10);
    expect(
      rows('Variables')
        .map(([name]) => name)
        .sort(),
    ).toEqual(own);
    expect(inOrder(text.match(/--altapay-[a-z-]+[a-z]/g) ?? [])).toEqual(own);
  });

  it('tells the colours that are in the source, of both themes', () => {
    const colours = rows('Variables').filter(([name]) => name!.startsWith('--altapay-color-'));
    const defaultsOf = (name: string) => [...source.matchAll(new RegExp(`${name},(#\\w+)\\)`, 'g'))];
    expect(colours.map(([name, light, dark]) => [name, light, dark])).toEqual(
      colours.map(([name]) => [name, ...defaultsOf(name!).map(([, colour]) => colour)]),
    );
  });

  it('tells every preset with its measures', () => {
    const measured = [...source.matchAll(/(section|\.\w+)\{[^\n]*measures\((\d+), (\d+)\)/g)].map(
      ([, name, radius, space]) => [
        name === 'section' ? 'plain' : name!.slice(1),
        `${radius}px`,
        `${space}px`,
      ],
    );
    expect(measured).toHaveLength(3);
    expect(rows('Presets').map((row) => row.slice(0, 3))).toEqual(measured);
  });

  it('tells every part once, and no other', () => {
    const parts = inOrder([...source.matchAll(/\bpart: '([\w-]+)'/g)].map(([, name]) => name!));
    expect(
      rows('Parts')
        .map(([name]) => name)
        .sort(),
    ).toEqual(parts);
    const used = [...text.matchAll(/::part\(([\w-]+)\)/g)].map(([, name]) => name!);
    expect(used.filter((name) => !parts.includes(name))).toEqual([]);
  });
});

it.each(['CONTRIBUTING.md', 'CODE_OF_CONDUCT.md'])(
  '%s points to files and headings that are there',
  (path) => {
    const links = findLinks(path);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(({ isDead }) => isDead)).toEqual([]);
  },
);
