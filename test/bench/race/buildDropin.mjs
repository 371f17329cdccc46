import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terserModule from '@rollup/plugin-terser';
import { rollup } from 'rollup';

// Its types are those of a CommonJS module, which it is not when it is imported.
const terser = /** @type {typeof terserModule.default} */ (/** @type {unknown} */ (terserModule));

/**
 * Builds Adyen's Drop-in as its readers do, into one script, with no more components than our methods want.
 *
 * @returns {Promise<{ script: string, style: string }>}
 */
export async function buildDropin() {
  const bundle = await rollup({
    input: fileURLToPath(new URL('adyenPage.js', import.meta.url)),
    onwarn() {},
    plugins: [nodeResolve({ browser: true }), terser({ maxWorkers: 1 })],
  });
  const { output } = await bundle.generate({ format: 'iife', inlineDynamicImports: true });
  await bundle.close();
  const style = readFileSync(
    new URL('../node_modules/@adyen/adyen-web/dist/es/adyen.css', import.meta.url),
    'utf8',
  );
  return { script: output[0].code, style: style.replace(/\/\*# sourceMappingURL=.*?\*\//, '') };
}
