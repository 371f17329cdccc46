import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../architecture/listFiles.js';

const sri = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Record<string, string>;

describe('the built files', () => {
  it('the script tag says in one line whose work it is', () => {
    const [first, ...rest] = readFileSync('dist/altapay.min.js', 'utf8').split('\n');
    expect(first).toMatch(/^\/\*! altapay-js \d+\.\d+\.\d+ \| MIT \| .*THIRD-PARTY-LICENSES\.txt \*\/$/);
    expect(rest.join('\n')).not.toMatch(/\/\*!|@license|@preserve/);
  });

  it.each([
    'dist/altapay.min.js',
    'dist/altapay.return.js',
    'dist/shared.js',
    'dist/embedded.js',
    'dist/index.cjs',
    'dist/return.js',
  ])('%s knows every language', (file) => {
    const names = listFiles('dist/lang', '.js').map(({ path }) => path.replace(/^.*\/|\.js$/g, ''));
    expect(names).toContain('da');
    const text = readFileSync(file, 'utf8');
    // Bundlers follow what is written out; the script, which none of them sees, holds the names alone.
    const told = /altapay\.(min|return)\.js$/.test(file)
      ? /"([a-z ]+)"\.split\(" "\)\.map/.exec(text)![1]!.split(' ')
      : [...text.matchAll(/import\(['"]\.\/lang\/(\w+)\.js['"]\)/g)].map(([, name]) => name);
    expect(told).toEqual(names.sort());
  });

  it('the public types name neither zod nor any', () => {
    const types = listFiles('dist', '.d.ts', '.d.cts').filter(({ path }) => !path.includes('sandbox'));
    expect(types.map(({ path }) => path)).toEqual([
      'dist/element.d.ts',
      'dist/embedded.d.ts',
      'dist/fake-wallets.d.ts',
      'dist/index.d.cts',
      'dist/index.d.ts',
      'dist/load.d.ts',
      'dist/qr.d.ts',
      'dist/react.d.ts',
      'dist/return.d.ts',
      'dist/server.d.ts',
      'dist/wallets.d.ts',
    ]);
    for (const { text } of types) {
      const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
      expect(code).not.toMatch(/zod|\bky\b|\bany\b/i);
    }
  });

  it('the integrity of every script is listed', () => {
    const scripts = listFiles('dist', '.js');
    expect(Object.keys(sri)).toEqual(scripts.map(({ path }) => path.replace('dist/', '')).sort());
    for (const { path } of scripts) {
      const hash = createHash('sha384').update(readFileSync(path)).digest('base64');
      expect(sri[path.replace('dist/', '')]).toBe(`sha384-${hash}`);
    }
  });
});
