import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const SOURCES = ['src', '.config/build', 'package.json', 'tsconfig.json', 'rollup.config.mjs'];
/** Made by a command of its own, after the build. */
const LEFT_OUT = ['sbom.json'];

/** The hash of every built file, by its name below the folder. */
function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !LEFT_OUT.includes(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    files
      .sort()
      .map((file) => [
        file.slice(folder.length + 1).replaceAll('\\', '/'),
        createHash('sha256').update(content(file)).digest('hex'),
      ]),
  );
}

/** A source map also says where the packages lie, which is another place for the second build. */
function content(file: string): string {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.map') ? JSON.stringify({ ...JSON.parse(text), sources: [] }) : text;
}

it('a second build, in another place, gives the same bytes, file by file', () => {
  const copy = mkdtempSync(join(tmpdir(), 'build-'));
  try {
    for (const path of SOURCES) cpSync(path, join(copy, path), { recursive: true });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
    const rollup = resolve('node_modules/rollup/dist/bin/rollup');
    execFileSync(process.execPath, [rollup, '--config', 'rollup.config.mjs', '--silent'], { cwd: copy });
    const [first, second] = [hashes('dist'), hashes(join(copy, 'dist'))];
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining(['altapay.min.js', 'altapay.min.js.map', 'index.cjs', 'index.d.ts', 'sri.json']),
    );
    expect(second).toEqual(first);
  } finally {
    rmSync(copy, { recursive: true });
  }
  // A whole build is the longest there is to wait for.
}, 300_000);
