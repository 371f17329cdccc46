import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { dts } from 'rollup-plugin-dts';
import esbuild from 'rollup-plugin-esbuild';
import license from 'rollup-plugin-license';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const REACT = /^react(\/|$)/;
const NODE = [/^node:/, ...builtinModules];
const ZOD = /^zod(\/|$)/;
const LANGUAGES = readdirSync('src/i18n/lang')
  .filter((file) => file.endsWith('.ts'))
  .sort();
const PAY_PHASE = 'altapay.pay.js';
const EXPLANATION = 'altapay.debug.js';
const FURTHER = 'altapay.further.js';
const QR_CODE = 'qr.js';
const NOTICES = 'dist/THIRD-PARTY-LICENSES.txt';
const BANNER = `/*! altapay-js ${version} | MIT | bundled work of others: THIRD-PARTY-LICENSES.txt */`;

/** @type {Map<string, string>} */
const notices = new Map();

/** Languages stay modules of their own beside whatever imports them: a payer loads the one that is spoken. */
const languagesBesideScript = {
  name: 'languages-beside-script',
  /** @param {string | object} specifier */
  resolveDynamicImport(specifier) {
    if (typeof specifier !== 'string') return null;
    return /^\.{1,2}\/(?:\w+\/)*lang\/[\w-]+\.js$/.test(specifier)
      ? { id: specifier.replace(/^.*\/lang\//, './lang/'), external: true }
      : null;
  },
};

/**
 * The script tag finds the part that pays beside itself: a classic script can share no chunk with a module. An address that
 * has failed is remembered by browsers, so each further attempt has another: ten in all, which an import map can list.
 */
const payPhaseBesideScript = {
  name: 'pay-phase-beside-script',
  /** @param {string} id */
  load(id) {
    return id.replaceAll('\\', '/').endsWith('/src/importPayPhase.ts')
      ? `export const importPayPhase = (failed) => import('./${PAY_PHASE}' + (failed ? '?' + (failed % 10) : ''));`
      : null;
  },
};

/** And that one finds the words for developers beside itself. */
const explanationBesideScript = {
  name: 'explanation-beside-script',
  /** @param {string | object} specifier */
  resolveDynamicImport(specifier) {
    return typeof specifier === 'string' && specifier.endsWith('/explainSession.js')
      ? { id: `./${EXPLANATION}`, external: true }
      : null;
  },
};

/**
 * What is loaded for some payers alone stands beside whatever loads it, as a file of its own.
 *
 * @param {string} name - Of the function, and of the file in `src` that has it.
 * @param {string} file - What it loads in place of that.
 * @param {boolean} [again] - After a failure it asks under another address, as the first part does.
 */
const lazyBeside = (name, file, again) => ({
  name: `${name}-beside`,
  /** @param {string} id */
  load(id) {
    const mark = again ? " + (failed ? '?' + (failed % 10) : '')" : '';
    return id.replaceAll('\\', '/').endsWith(`/src/${name}.ts`)
      ? `export const ${name} = (failed) => import('./${file}'${mark});`
      : null;
  },
  /** @param {string | object} specifier */
  resolveDynamicImport: (specifier) =>
    specifier === `./${file}` ? { id: `./${file}`, external: true } : null,
});

/**
 * Bundlers find a language by its written-out specifier. Nothing bundles the script: there the names will do, and a payer
 * does not load one line for each.
 */
const languagesByName = {
  name: 'languages-by-name',
  /** @param {string} id */
  load(id) {
    if (!id.replaceAll('\\', '/').endsWith('/src/i18n/languages.ts')) return null;
    const names = LANGUAGES.map((file) => file.replace(/\.ts$/, '')).join(' ');
    return `export const languages = new Map(
      '${names}'.split(' ').map((lang) => [lang, () => import(\`./lang/\${lang}.js\`)]),
    );`;
  },
};

/** Line breaks of style sheets are for readers of the source; between rules and declarations they mean nothing. */
const squeezeCss = {
  name: 'squeeze-css',
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!id.endsWith('.css.ts')) return null;
    /** @type {{ start: number, end: number }[]} */
    const literals = [];
    JSON.stringify(this.parse(code), (_, node) => {
      if (node?.type === 'TemplateElement') literals.push(node);
      return node;
    });
    /** @type {string} */
    const squeezed = literals.reduceRight((text, { start, end }) => {
      const css = text.slice(start, end).replace(/(?<=[{};,])\s*\n\s*/g, '');
      return text.slice(0, start) + css + text.slice(end);
    }, code);
    return { code: squeezed, map: null };
  },
};

/**
 * ky can report the progress of uploads and downloads through streams of its own. Nothing here asks for it, and no option
 * reaches it, so a payer does not load it. `test/package/ky.test.ts` tells when a new ky calls it anywhere else.
 */
const kyWithoutProgress = {
  name: 'ky-without-progress',
  /** @param {string} id */
  load(id) {
    return id.replaceAll('\\', '/').endsWith('/ky/distribution/utils/body.js')
      ? 'export const streamRequest = (request) => request, streamResponse = (response) => response;'
      : null;
  },
};

/**
 * zod walks two tables of its own by `for…in`, and so meets what a page has added to `Object.prototype`, which stops it.
 * `test/package/zod.test.ts` tells when a new zod no longer does, or does so anywhere else.
 */
const zodWithOwnKeys = {
  name: 'zod-with-own-keys',
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('/zod/v4/core/util.js')) return null;
    return {
      code: code.replace(/for \(const key in (table|computes)\)/g, 'for (const key of Object.keys($1))'),
      map: null,
    };
  },
};

/**
 * What no schema of ours (`src/core/schema.ts`) comes to: answers that are promises, checks, catch-alls, unions and
 * templates, coercion, settings of the whole page, members added to a schema's class, shapes of something else, and messages, for of an issue only its path is read. `test/package/zod.test.ts` holds the rest to say the same.
 *
 * @type {readonly (readonly [part: RegExp, instead: string])[]}
 */
export const ZOD_CUTS = [
  [/\w+ instanceof Promise/g, 'false'],
  [/if \(checks\.length === 0\) \{/g, 'if (true) {'],
  [/const catchall = def\.catchall;/g, 'const catchall = undefined;'],
  [/params\?\.Parent/g, 'undefined'],
  [/core\.globalConfig\.memoizer/g, 'undefined'],
  [/globalThis\.__zod_globalConfig\?\.postProcessor/g, 'undefined'],
  [/ctx\?\.abortEarly/g, 'undefined'],
  [/for \(const k of allKeys\) \{[\s\S]*?\n {4}\}/g, ''],
  [/for \(const k in proto\) \{[\s\S]*?\n {8}\}/g, ''],
  [/if \(def\.coerce\)\s+try \{[^}]+\}\s+catch \(_\) \{ \}/g, ''],
  [/const received = typeof input === "number"[^;]+;/g, 'const received = undefined;'],
  [/r\.issues\.map\(\(iss\) => util\.finalizeIssue\(iss, ctx, core\.config\(\)\)\)/g, 'r.issues'],
  [/util\.defineLazyInternal\(inst, "(?:propValues|values|pattern)", \([\s\S]*?\n {4}\}\);/g, ''],
];

const zodWithCuts = {
  name: 'zod-with-cuts',
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!/\/zod\/v4\/core\/(schemas|core)\.js$/.test(id.replaceAll('\\', '/'))) return null;
    return { code: ZOD_CUTS.reduce((text, [part, instead]) => text.replace(part, instead), code), map: null };
  },
};

/** What stands upon another entry imports the file beside it: a merchant's bundle holds one SDK, with one configuration. */
const entryBesideIt = {
  name: 'entry-beside-it',
  /** @param {string} specifier */
  resolveId(specifier) {
    const name = /^\.\.\/(?:(sandbox)\/)?index\.js$/.exec(specifier);
    return name && { id: `./${name[1] ?? 'index'}.js`, external: true };
  },
};

const collectNotices = () =>
  license({
    thirdParty: {
      includeSelf: false,
      output: (bundled) => {
        for (const { name, version, license, licenseText, noticeText } of bundled) {
          const text = [licenseText, noticeText].filter(Boolean).join('\n\n').trim();
          notices.set(`${name}`, `${name} ${version} (${license})\n\n${text}\n`);
        }
      },
    },
  });

/** What can only be said once every file is there. */
const summarise = {
  name: 'summarise',
  writeBundle() {
    const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
    writeFileSync(NOTICES, sorted.join(`\n${'-'.repeat(80)}\n\n`));
    const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.js'))
      .sort();
    const hashes = scripts.map((file) => [
      file,
      `sha384-${createHash('sha384')
        .update(readFileSync(`dist/${file}`))
        .digest('base64')}`,
    ]);
    writeFileSync('dist/sri.json', `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
  },
};

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
