import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Packed = { readonly filename: string; readonly files: readonly { readonly path: string }[] };

const run = (file: string, args: readonly string[], cwd = process.cwd()): string => {
  try {
    return execFileSync(file, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${file} ${args.join(' ')}\n${stdout}\n${stderr}`);
  }
};
const runNode = (script: string, args: readonly string[], cwd?: string) =>
  run(process.execPath, [resolve('node_modules', script), ...args], cwd);

describe('what is published', () => {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  let packed: Packed;
  let tarball: string;

  beforeAll(() => {
    const answer = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
    // npm 12 answers an object by package name, earlier ones a list.
    [packed] = Object.values(JSON.parse(answer) as Record<string, Packed>) as [Packed];
    tarball = join(folder, packed.filename);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the built files and what a reader needs to know, nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist/THIRD-PARTY-LICENSES.txt',
        'dist/altapay.js',
        'dist/altapay.min.js',
        'dist/altapay.min.js.map',
        'dist/altapay.return.js',
        'dist/altapay.wallets.js',
        'dist/cli.js',
        'dist/element.d.ts',
        'dist/element.js',
        'dist/embedded.d.ts',
        'dist/embedded.js',
        'dist/fake-wallets.js',
        'dist/index.cjs',
        'dist/index.d.cts',
        'dist/index.d.ts',
        'dist/index.js',
        'dist/lang/da.js',
        'dist/load.d.ts',
        'dist/load.js',
        'dist/qr.d.ts',
        'dist/qr.js',
        'dist/react.d.ts',
        'dist/react.js',
        'dist/return.d.ts',
        'dist/return.js',
        'dist/sandbox.d.ts',
        'dist/sandbox.js',
        'dist/server.d.ts',
        'dist/server.js',
        'dist/sri.json',
        'dist/status.js',
        'dist/wallets.d.ts',
        'dist/wallets.js',
        'package.json',
        // Where `debug` says to read about an error.
        'src/guides/errors.md',
      ]),
    );
    const allowed =
      /^(?:CHANGELOG\.md|LICENSE|README\.md|SECURITY\.md|package\.json|src\/guides\/[\w-]+\.md|dist\/(?:lang\/)?[\w.-]+\.(?:c?js|c?js\.map|d\.c?ts|json|txt))$/;
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
  });

  it('satisfies publint', async () => {
    const { messages, pkg } = await publint({ level: 'suggestion', strict: true });
    expect(messages.map((message) => formatMessage(message, pkg as Record<string, unknown>))).toEqual([]);
  });

  it.each([
    ['import and require', ['--profile', 'node16', '--entrypoints', '.']],
    [
      'import only',
      [
        '--profile',
        'esm-only',
        '--entrypoints',
        './qr',
        './return',
        './embedded',
        './load',
        './element',
        './react',
        './wallets',
        './fake-wallets',
        './server',
        './sandbox',
      ],
    ],
  ])('has right types for %s', (_, options) => {
    const report = runNode('@arethetypeswrong/cli/dist/index.js', [
      tarball,
      '--no-emoji',
      '--no-color',
      ...options,
    ]);
    // It ends with an error for every other problem, but not where it finds no types at all.
    expect(report).toContain('OK (ESM)');
  });

  describe('compiles in a strict project', () => {
    const project = join(folder, 'project');

    beforeAll(() => {
      mkdirSync(join(project, 'node_modules/altapay-js'), { recursive: true });
      run('tar', ['-xzf', tarball, '-C', join(project, 'node_modules/altapay-js'), '--strip-components=1']);
      mkdirSync(join(project, 'node_modules/@types'));
      for (const name of ['ky', 'zod', '@types/react', 'csstype']) {
        symlinkSync(resolve('node_modules', name), join(project, 'node_modules', name), 'junction');
      }
      const usage = `
        import { initFromQR, isPaymentError, type CheckoutSession } from 'altapay-js';
        export async function pay(): Promise<CheckoutSession> {
          try {
            return await initFromQR({ apiUrl: 'https://api.example/checkout/v1/api', container: '#payment' });
          } catch (error) {
            if (isPaymentError(error) && error.code === 'options_invalid') console.error(error.message);
            throw error;
          }
        }
        // @ts-expect-error a number is no API address
        void initFromQR({ apiUrl: 1 });`;
      writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
      writeFileSync(join(project, 'usage.ts'), usage);
      writeFileSync(join(project, 'usage.cts'), usage);
      writeFileSync(
        join(project, 'islands.ts'),
        `import { renderQRCode } from 'altapay-js/qr';
         import { resumeFromReturn } from 'altapay-js/return';
         import { embedded } from 'altapay-js/embedded';
         import { loadAltaPay } from 'altapay-js/load';
         import { defineAltaPayPayment } from 'altapay-js/element';
         import { AltaPayment } from 'altapay-js/react';
         import { applePay, googlePay } from 'altapay-js/wallets';
         import { installFakeWallets } from 'altapay-js/fake-wallets';
         import { createPaymentLink } from 'altapay-js/server';
         import { createSandbox } from 'altapay-js/sandbox';
         export const parts: readonly ((...args: never[]) => unknown)[] = [renderQRCode, resumeFromReturn, embedded, loadAltaPay, defineAltaPayPayment, AltaPayment, applePay, googlePay, installFakeWallets, createPaymentLink, createSandbox];
         export const start = async () => (await loadAltaPay({ src: '/altapay.min.js' }))?.initFromQR({ apiUrl: 'https://api.example' });`,
      );
    });

    it.each([
      ['node16', ['--module', 'node16', 'usage.ts', 'usage.cts', 'islands.ts']],
      ['bundler', ['--module', 'esnext', '--moduleResolution', 'bundler', 'usage.ts', 'islands.ts']],
    ])('under %s', (_, options) => {
      const strict =
        '--strict --exactOptionalPropertyTypes --noEmit --target es2022 --lib es2022,dom --skipLibCheck false --ignoreConfig';
      expect(runNode('typescript/bin/tsc', [...strict.split(' '), ...options], project)).toBe('');
    });
  });
});
