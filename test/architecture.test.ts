import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { OWN_MODULE_TESTS } from '../.config/ownModuleTests.mjs';
import { findImportViolations } from './architecture/findImportViolations.js';
import { importRules } from './architecture/importRules.js';
import { listFiles } from './architecture/listFiles.js';
import { sourceRules } from './architecture/sourceRules.js';

describe('imports', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  function writeProject(files: Record<string, string>): string {
    const folder = mkdtempSync(join(tmpdir(), 'architecture-'));
    folders.push(folder);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  }

  const bystanders = Object.fromEntries([
    ...['index', 'global', 'initFromQR', 'options', 'errors'].map((name) => [
      `src/${name}.ts`,
      'export {};\n',
    ]),
    ...[
      'api',
      'ui',
      'browser',
      'i18n',
      'flow',
      'core',
      'qr',
      'return',
      'embedded',
      'load',
      'wallets',
      'element',
      'react',
      'mount',
      'server',
      'sandbox',
      'status',
      'cli',
    ].map((folder) => [`src/${folder}/thing.ts`, 'export const thing = 1;\n']),
    ...['ky', 'qrcode', 'react', 'lodash'].flatMap((name) => [
      [`node_modules/${name}/package.json`, `{ "name": "${name}", "main": "index.js" }`],
      [`node_modules/${name}/index.js`, 'export {};\n'],
    ]),
    ['node_modules/zod/package.json', '{ "name": "zod", "main": "index.js" }'],
    ['node_modules/zod/index.js', 'export {};\n'],
    ['node_modules/zod/mini/index.js', 'export {};\n'],
    ['node_modules/zod/v4/core/index.js', 'export {};\n'],
    [
      'package.json',
      '{ "type": "module", "dependencies": { "ky": "1", "zod": "1", "qrcode": "1", "react": "1", "lodash": "1" } }',
    ],
  ]) as Record<string, string>;

  const offences: Record<string, readonly [file: string, text: string]> = {
    'errors-import-nothing': ['src/errors.ts', `import './core/thing.js';`],
    'core-imports-core': ['src/core/a.ts', `import '../i18n/thing.js';`],
    'layers-look-down': ['src/ui/a.ts', `import type {} from '../flow/thing.js';`],
    'layers-take-types-only': ['src/api/a.ts', `import '../options.js';`],
    'siblings-are-strangers': ['src/api/a.ts', `import type { thing } from '../ui/thing.js';`],
    'options-look-down': ['src/options.ts', `import './flow/thing.js';`],
    'options-do-nothing': ['src/options.ts', `import './api/thing.js';`],
    'flow-looks-down': ['src/flow/a.ts', `import '../initFromQR.js';`],
    'flow-is-handed-its-tools': ['src/flow/a.ts', `import { thing } from '../browser/thing.js';`],
    'stories-know-no-entry': ['src/initFromQR.ts', `import './index.js';`],
    'entries-are-apart': ['src/index.ts', `import './global.js';`],
    'islands-stay-islands': ['src/sandbox/a.ts', `import '../api/thing.js';`],
    'load-brings-no-sdk': ['src/load/a.ts', `import '../errors.js';`],
    'wallets-bring-no-sdk': ['src/wallets/a.ts', `import '../flow/thing.js';`],
    'bindings-stand-on-the-entry': ['src/react/a.ts', `import '../initFromQR.js';`],
    'own-pages-stand-on-layers': ['src/return/a.ts', `import '../flow/thing.js';`],
    'nobody-goes-to-own-pages': ['src/index.ts', `import './return/thing.js';`],
    'nobody-goes-to-bindings': ['src/index.ts', `import './mount/thing.js';`],
    'react-in-react': ['src/mount/a.ts', `import 'react';`],
    'cli-serves-the-sandbox': ['src/cli/a.ts', `import '../ui/thing.js';`],
    'status-draws-the-sandbox': ['src/status/a.ts', `import '../sandbox/thing.js';`],
    'server-asks-by-api': ['src/server/a.ts', `import '../browser/thing.js';`],
    'nobody-goes-to-islands': ['src/ui/a.ts', `import '../qr/thing.js';`],
    'the-code-is-lazy': ['src/importQRCode.ts', `import './sandbox/thing.js';`],
    'ky-in-api': ['src/flow/a.ts', `import 'ky';`],
    'zod-in-schema': ['src/core/parseA.ts', `import 'zod/v4/core';`],
    'zod-is-core': ['src/core/schema.ts', `import 'zod/mini';`],
    'qrcode-in-islands': ['src/ui/a.ts', `import 'qrcode';`],
    'two-dependencies': ['src/ui/a.ts', `import 'lodash';`],
    'no-node-in-browser': ['src/core/a.ts', `import 'node:fs';`],
    'no-cycles': ['src/core/thing.ts', `export { z } from './z.js';`],
    'everything-resolves': ['src/ui/a.ts', `import './nowhere.js';`],
  };

  it('has an offence for each rule', () => {
    expect(Object.keys(offences).sort()).toEqual(importRules.map(({ name }) => name).sort());
  });

  it('accepts what is allowed', async () => {
    const folder = writeProject({
      ...bystanders,
      'src/global.ts': `import './initFromQR.js';`,
      'src/initFromQR.ts': `import './api/thing.js'; import './ui/thing.js'; import './flow/thing.js'; import './options.js';`,
      'src/flow/a.ts': `import { type thing } from '../ui/thing.js'; import type { thing as t } from '../api/thing.js'; import '../core/thing.js';`,
      'src/api/a.ts': `import 'ky'; import '../errors.js'; import type {} from '../options.js';`,
      'src/core/parseA.ts': `import './schema.js'; import '../errors.js';`,
      'src/core/schema.ts': `import 'zod/v4/core';`,
      'src/qr/a.ts': `import 'qrcode'; import '../core/thing.js';`,
      'src/return/a.ts': `import '../ui/thing.js'; import '../browser/thing.js'; import '../i18n/thing.js'; import '../errors.js';`,
      'src/embedded/a.ts': `import type {} from '../options.js'; import '../core/thing.js';`,
      'src/load/a.ts': `import type {} from '../index.js'; import './thing.js';`,
      'src/wallets/a.ts': `import type {} from '../index.js'; import '../core/thing.js'; import '../errors.js';`,
      'src/react/a.ts': `import 'react'; import '../mount/thing.js';`,
      'src/mount/a.ts': `import '../index.js';`,
      'src/server/a.ts': `import 'ky'; import 'zod'; import '../api/thing.js'; import '../core/thing.js';`,
      'src/sandbox/a.ts': `import 'node:fs'; import 'qrcode'; import '../errors.js';`,
    });
    expect(await findImportViolations(folder)).toEqual([]);
  });

  it.each(Object.entries(offences))('notices %s', async (rule, [file, text]) => {
    const folder = writeProject({
      ...bystanders,
      'src/core/z.ts': `import './thing.js'; export const z = 1;`,
      [file]: text,
    });
    const found = await findImportViolations(folder);
    expect(found).toContainEqual(expect.objectContaining({ rule, from: file }));
  });

  it('follow the rule in src', async () => {
    expect(await findImportViolations(process.cwd())).toEqual([]);
  });
});

describe('source', () => {
  const files = listFiles('src', '.ts');

  const offences: Record<keyof typeof sourceRules, readonly [path: string, text: string]> = {
    'no default export': ['src/core/a.ts', 'export default function a() {}'],
    'no export *': ['src/core/a.ts', `export * as b from './b.js';`],
    'no folder barrel': ['src/core/index.ts', `export { a } from './a.js';`],
    'no vague file name': ['src/core/stringUtils.ts', 'export const stringUtils = 1;'],
    'a file exports what it is named for': ['src/core/formatMoney.ts', 'export const money = 1;'],
    'no dangerous sink': ['src/ui/a.ts', `declare const e: Element; e['innerHTML'] = '';`],
    'only ui builds DOM': ['src/flow/a.ts', `document.createElement('p');`],
    'core knows no browser and no clock': ['src/core/a.ts', 'export const a = () => Date.now();'],
    'only the page-side folders touch document': ['src/api/a.ts', 'export const a = document.title;'],
  };

  it.each(Object.entries(sourceRules))('%s: can fail', (name, rule) => {
    const [path, text] = offences[name as keyof typeof sourceRules];
    expect(rule({ path, text })).not.toEqual([]);
  });

  it.each([
    'eval("1")',
    'new Function("1")',
    'globalThis.eval("1")',
    'document.write("")',
    'frame.srcdoc = ""',
  ])('no dangerous sink: %s', (text) => {
    expect(sourceRules['no dangerous sink']({ path: 'src/ui/a.ts', text })).not.toEqual([]);
  });

  it('no dangerous sink: harmless name-sakes pass', () => {
    const text = 'type F = Function; stream.write("x"); const a = { eval: 1 }; e.textContent = "innerHTML";';
    expect(sourceRules['no dangerous sink']({ path: 'src/ui/a.ts', text })).toEqual([]);
  });

  it('reads every file', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(Object.entries(sourceRules))('%s', (_, rule) => {
    const broken = files
      .map((file) => ({ path: file.path, found: rule(file) }))
      .filter(({ found }) => found.length > 0);
    expect(broken).toEqual([]);
  });
});

it('runs each test that replaces modules in a process of its own', () => {
  const replaces = /\bvi\.(?:mock|doMock|resetModules)\(/;
  const found = listFiles('test', '.test.ts', '.test.tsx').filter(({ text }) => replaces.test(text));
  expect(OWN_MODULE_TESTS).toEqual(found.map(({ path }) => path));
});
