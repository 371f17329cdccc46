import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What a framework's own plugin for a bundler does, in the few lines that one component needs. @type {import('esbuild').Plugin} */
const components = {
  name: 'components',
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { compileScript, parse } = await import('vue/compiler-sfc');
      const { descriptor } = parse(await readFile(path, 'utf8'), { filename: path });
      const compilerOptions = { isCustomElement: (/** @type {string} */ tag) => tag.startsWith('altapay-') };
      const { content } = compileScript(descriptor, {
        id: basename(path),
        inlineTemplate: true,
        templateOptions: { compilerOptions },
      });
      return { contents: content };
    });
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { compile } = await import('svelte/compiler');
      return { contents: compile(await readFile(path, 'utf8'), { filename: path, css: 'external' }).js.code };
    });
  },
};

/**
 * Bundles the example of a framework, as its own tools would.
 *
 * @param {string} name
 * @param {import('esbuild').BuildOptions} [options] Over those that are needed here.
 * @returns {Promise<string>} One module.
 */
export async function bundleExample(name, options = {}) {
  const folder = new URL(`./${name}/`, import.meta.url);
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(name === 'react' ? 'pay.jsx' : 'pay.mjs', folder))],
    bundle: true,
    format: 'esm',
    write: false,
    jsx: 'automatic',
    conditions: ['browser', 'production'],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [components],
    logLevel: 'error',
    ...options,
  });
  return outputFiles?.[0]?.text ?? '';
}
