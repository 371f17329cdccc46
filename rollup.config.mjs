import { readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { dts } from 'rollup-plugin-dts';
import esbuild from 'rollup-plugin-esbuild';
import { LANGUAGES, languagesBesideScript, languagesByName } from './.config/build/languages.mjs';
import {
  entryBesideIt,
  EXPLANATION,
  explanationBesideScript,
  lazyBeside,
  PAY_PHASE,
  payPhaseBesideScript,
} from './.config/build/lazyParts.mjs';
import { squeezeCss } from './.config/build/squeezeCss.mjs';
import { collectNotices, summarise } from './.config/build/summarise.mjs';
import { kyWithoutProgress, zodWithCuts, zodWithOwnKeys } from './.config/build/thirdParty.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const REACT = /^react(\/|$)/;
const NODE = [/^node:/, ...builtinModules];
const ZOD = /^zod(\/|$)/;
const FURTHER = 'altapay.further.js';
const QR_CODE = 'qr.js';
const BANNER = `/*! altapay-js ${version} | MIT | bundled work of others: THIRD-PARTY-LICENSES.txt */`;

const startClean = {
  name: 'start-clean',
  buildStart: () => rmSync('dist', { recursive: true, force: true }),
};

/** Our own warnings end the build; those about other people's source are theirs. */
const onwarn = (warning) => {
  const files = [warning.id, warning.loc?.file, ...(warning.ids ?? [])].filter(Boolean);
  if (files.length === 0 || files.some((file) => !file.includes('node_modules')))
    throw new Error(warning.message);
};

/** @param {{ browser: boolean }} where */
const plugins = ({ browser }) => [
  languagesBesideScript,
  kyWithoutProgress,
  zodWithOwnKeys,
  browser && zodWithCuts,
  resolve({ browser, preferBuiltins: !browser }),
  commonjs(),
  esbuild({ target: 'es2022', define: { __VERSION__: JSON.stringify(version) }, tsconfig: 'tsconfig.json' }),
  squeezeCss,
  collectNotices(),
];

/** @param {{ module: boolean }} kind */
const minify = ({ module }) =>
  terser({
    ecma: 2020,
    module,
    compress: { passes: 2 },
    format: { comments: /^! altapay-js/ },
    maxWorkers: 1,
  });

/** @param {import('rollup').OutputOptions} options @returns {import('rollup').OutputOptions} */
const output = (options) => ({
  sourcemap: true,
  inlineDynamicImports: true,
  banner: BANNER,
  generatedCode: 'es2015',
  ...options,
});

/** @param {string} input @param {import('rollup').OutputOptions[]} outputs */
const types = (input, ...outputs) => ({
  input,
  external: [ZOD, /^ky(\/|$)/, REACT, ...NODE],
  plugins: [input !== 'src/index.ts' && entryBesideIt, dts({ tsconfig: 'tsconfig.json' })],
  output: outputs,
});

const builds = [
  {
    input: 'src/index.ts',
    external: [ZOD, 'ky'],
    plugins: [lazyBeside('importQRCode', QR_CODE), ...plugins({ browser: true })],
    output: [
      output({
        dir: 'dist',
        format: 'es',
        inlineDynamicImports: false,
        entryFileNames: '[name].js',
        // What the entry and the part that pays have in common.
        chunkFileNames: ({ name }) => (name === 'index' ? 'shared.js' : '[name].js'),
      }),
    ],
  },
  {
    // ky is published as ESM only, so `require` needs it inside; zod comes in both forms.
    input: 'src/index.ts',
    external: [ZOD],
    plugins: [lazyBeside('importQRCode', QR_CODE), ...plugins({ browser: true })],
    output: [output({ file: 'dist/index.cjs', format: 'cjs', exports: 'named' })],
  },
  {
    // What it exports is for its types only: the script sets its global itself.
    input: 'src/global.ts',
    preserveEntrySignatures: false,
    plugins: [payPhaseBesideScript, languagesByName, ...plugins({ browser: true })],
    output: [
      output({ file: 'dist/altapay.js', format: 'iife' }),
      output({ file: 'dist/altapay.min.js', format: 'iife', plugins: [minify({ module: false })] }),
    ],
  },
  {
    input: 'src/payPhase.ts',
    plugins: [explanationBesideScript, lazyBeside('importFurther', FURTHER), ...plugins({ browser: true })],
    output: [output({ file: `dist/${PAY_PHASE}`, format: 'es', plugins: [minify({ module: true })] })],
  },
  {
    input: 'src/flow/explainSession.ts',
    plugins: plugins({ browser: true }),
    output: [output({ file: `dist/${EXPLANATION}`, format: 'es', plugins: [minify({ module: true })] })],
  },
  {
    input: 'src/further.ts',
    plugins: [lazyBeside('importQRCode', QR_CODE, true), ...plugins({ browser: true })],
    output: [output({ file: `dist/${FURTHER}`, format: 'es', plugins: [minify({ module: true })] })],
  },
  {
    // Inline in pages, and held to its bytes by their policies: nothing around it, and no map.
    input: 'src/early.ts',
    plugins: plugins({ browser: true }),
    output: [
      output({
        file: 'dist/altapay.early.js',
        format: 'es',
        banner: '',
        sourcemap: false,
        plugins: [minify({ module: true })],
      }),
    ],
  },
  {
    input: 'src/qr/index.ts',
    plugins: plugins({ browser: true }),
    output: [output({ file: 'dist/qr.js', format: 'es', plugins: [minify({ module: true })] })],
  },
  ...['return', 'embedded'].map((name) => ({
    input: `src/${name}/index.ts`,
    plugins: plugins({ browser: true }),
    output: [output({ file: `dist/${name}.js`, format: 'es', plugins: [minify({ module: true })] })],
  })),
  {
    input: 'src/return/global.ts',
    preserveEntrySignatures: false,
    plugins: [languagesByName, ...plugins({ browser: true })],
    output: [
      output({ file: 'dist/altapay.return.js', format: 'iife', plugins: [minify({ module: false })] }),
    ],
  },
  {
    input: 'src/load/index.ts',
    plugins: plugins({ browser: true }),
    output: [output({ file: 'dist/load.js', format: 'es' })],
  },
  ...[
    ['wallets', 'wallets'],
    ['fakeWallets', 'fake-wallets'],
  ].flatMap(([folder, name]) => [
    {
      input: `src/${folder}/index.ts`,
      plugins: plugins({ browser: true }),
      output: [output({ file: `dist/${name}.js`, format: 'es' })],
    },
    {
      // Beside the script tag's file, whose global it adds to, or which finds it on the page.
      input: `src/${folder}/global.ts`,
      preserveEntrySignatures: false,
      plugins: plugins({ browser: true }),
      output: [
        output({ file: `dist/altapay.${name}.js`, format: 'iife', plugins: [minify({ module: false })] }),
      ],
    },
  ]),
  ...['element', 'react'].map((name) => ({
    input: `src/${name}/index.ts`,
    external: [REACT],
    plugins: [entryBesideIt, ...plugins({ browser: true })],
    // A component that has effects says so to frameworks that render on servers.
    output: [
      output({
        file: `dist/${name}.js`,
        format: 'es',
        banner: name === 'react' ? `${BANNER}\n'use client';` : BANNER,
      }),
    ],
  })),
  {
    input: 'src/server/index.ts',
    external: [ZOD, 'ky', ...NODE],
    plugins: plugins({ browser: false }),
    output: [output({ file: 'dist/server.js', format: 'es' })],
  },
  {
    input: 'src/sandbox/index.ts',
    external: NODE,
    plugins: plugins({ browser: false }),
    output: [output({ file: 'dist/sandbox.js', format: 'es' })],
  },
  {
    input: 'src/status/index.ts',
    plugins: plugins({ browser: true }),
    output: [output({ file: 'dist/status.js', format: 'iife', plugins: [minify({ module: false })] })],
  },
  {
    input: 'src/cli/index.ts',
    external: NODE,
    plugins: [entryBesideIt, ...plugins({ browser: false })],
    output: [output({ file: 'dist/cli.js', format: 'es', banner: `#!/usr/bin/env node\n${BANNER}` })],
  },
  {
    input: LANGUAGES.map((file) => `src/i18n/lang/${file}`),
    plugins: plugins({ browser: true }),
    output: [
      output({
        dir: 'dist/lang',
        format: 'es',
        inlineDynamicImports: false,
        plugins: [minify({ module: true })],
      }),
    ],
  },
  types(
    'src/index.ts',
    { file: 'dist/index.d.ts', format: 'es' },
    { file: 'dist/index.d.cts', format: 'es' },
  ),
  types('src/qr/index.ts', { file: 'dist/qr.d.ts', format: 'es' }),
  types('src/return/index.ts', { file: 'dist/return.d.ts', format: 'es' }),
  types('src/embedded/index.ts', { file: 'dist/embedded.d.ts', format: 'es' }),
  types('src/load/index.ts', { file: 'dist/load.d.ts', format: 'es' }),
  types('src/element/index.ts', { file: 'dist/element.d.ts', format: 'es' }),
  types('src/react/index.ts', { file: 'dist/react.d.ts', format: 'es' }),
  types('src/wallets/index.ts', { file: 'dist/wallets.d.ts', format: 'es' }),
  types('src/fakeWallets/index.ts', { file: 'dist/fake-wallets.d.ts', format: 'es' }),
  types('src/server/index.ts', { file: 'dist/server.d.ts', format: 'es' }),
  types('src/sandbox/index.ts', { file: 'dist/sandbox.d.ts', format: 'es' }),
];

// eslint-disable-next-line no-restricted-syntax -- rollup reads the default export
export default builds.map((build, index) => ({
  ...build,
  onwarn,
  plugins: [index === 0 && startClean, ...build.plugins, index === builds.length - 1 && summarise],
}));
