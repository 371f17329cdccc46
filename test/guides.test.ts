import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { english } from '../src/i18n/messages.js';
import { listFiles } from './architecture/listFiles.js';
import { codeBlocks } from './prose/codeBlocks.js';
import { findLinks } from './prose/findLinks.js';
import { findTypeErrors } from './prose/findTypeErrors.js';
import { namesOf } from './prose/namesOf.js';

const guides = listFiles('src/guides', '.md');
const read = (name: string): string => readFileSync(`src/guides/${name}.md`, 'utf8');
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
    expect(findTypeErrors(Object.fromEntries(blocks))).toEqual([]);
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
