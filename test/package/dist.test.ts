import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../architecture/listFiles.js';

const sri = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Record<string, string>;

describe('the built files', () => {
  it('the script tag says in one line whose work it is', () => {
    const [first, ...rest] = readFileSync('dist/altapay.min.js', 'utf8').split('\n');
    expect(first).toMatch(/^\/\*! altapay-js \d+\.\d+\.\d+ \| MIT \| .*THIRD-PARTY-LICENSES\.txt \*\/$/);
    expect(rest.join('\n')).not.toMatch(/\/\*!|@license|@preserve/);
  });

  it('the notices name what is bundled', () => {
    const notices = readFileSync('dist/THIRD-PARTY-LICENSES.txt', 'utf8');
    for (const name of ['ky', 'zod', 'qrcode', 'hono', 'jose']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(MIT\\)$`, 'm'));
    }
  });

  it('the public types name neither zod nor any', () => {
    const types = listFiles('dist', '.d.ts', '.d.cts').filter(({ path }) => !path.includes('sandbox'));
    expect(types.map(({ path }) => path)).toEqual(['dist/index.d.cts', 'dist/index.d.ts', 'dist/qr.d.ts']);
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

  it('a second build, in another place, gives the same bytes', () => {
    const copy = mkdtempSync(join(tmpdir(), 'build-'));
    try {
      for (const path of ['src', 'package.json', 'tsconfig.json', 'rollup.config.mjs']) {
        cpSync(path, join(copy, path), { recursive: true });
      }
      symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
      const rollup = resolve('node_modules/rollup/dist/bin/rollup');
      execFileSync(process.execPath, [rollup, '--config', 'rollup.config.mjs', '--silent'], { cwd: copy });
      expect(JSON.parse(readFileSync(join(copy, 'dist/sri.json'), 'utf8'))).toEqual(sri);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});
