import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { parseAst } from 'rollup/parseAst';
import { brotli } from '../brotli.mjs';

/** What one initial TCP window carries of a body. */
export const FLOOR_BYTES = 14_150;

/**
 * Builds the floor's script: the hand-written page, and as much of real code that is never called as makes it weigh one TCP
 * window. The code is read by the browser as any library's is, and runs no statement.
 *
 * @returns {Promise<string>}
 */
export async function buildFloor() {
  const page = await minify(readFileSync(new URL('floor.js', import.meta.url), 'utf8'));
  const functions = await libraryFunctions();
  const withFunctions = (/** @type {number} */ count) => [page, ...functions.slice(0, count), ''].join('\n');
  const script = withFunctions(most(functions.length, (count) => weighs(withFunctions(count)) < FLOOR_BYTES));
  // The last bytes are a comment that no compression makes smaller.
  const withNoise = (/** @type {number} */ length) => `${script}//${NOISE.slice(0, length)}\n`;
  return withNoise(most(NOISE.length, (length) => weighs(withNoise(length)) <= FLOOR_BYTES));
}

const NOISE = Array.from({ length: 100 }, (_, index) =>
  createHash('sha512').update(`floor ${index}`).digest('base64'),
).join('');

/** @param {string} script */
const weighs = (script) => brotli(script).length;

/** The largest number up to `limit` that still fits. @param {number} limit @param {(count: number) => boolean} fits */
function most(limit, fits) {
  let [fitting, failing] = [0, limit + 1];
  while (failing - fitting > 1) {
    const middle = (fitting + failing) >> 1;
    if (fits(middle)) fitting = middle;
    else failing = middle;
  }
  return fitting;
}

/** Functions: half as many again as it takes. */
const ENOUGH = 400;

/** The functions of a library that is here anyway, one by one. @returns {Promise<string[]>} */
async function libraryFunctions() {
  const entry = '\0all-of-zod';
  const bundle = await rollup({
    input: entry,
    treeshake: false,
    onwarn() {},
    plugins: [
      {
        name: 'all-of-zod',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? `export * from ${JSON.stringify(zodFile())};` : null),
      },
      nodeResolve(),
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const { code } = output[0];
  const functions = parseAst(code)
    .body.filter(({ type }) => type === 'FunctionDeclaration')
    .slice(0, ENOUGH)
    .map((node) => {
      const { start, end } = /** @type {{ start: number, end: number }} */ (/** @type {unknown} */ (node));
      return code.slice(start, end);
    });
  return Promise.all(functions.map(minify));
}

function zodFile() {
  return new URL(import.meta.resolve('zod')).pathname;
}

/** @param {string} code */
async function minify(code) {
  return (await transform(code, { minify: true, target: 'es2022' })).code.trim();
}
