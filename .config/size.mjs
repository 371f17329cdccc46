import { readFileSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** The row of the README that holds the figure; `npm run size -- --write` keeps it true. */
export const README_FIGURE = /script tag: ([\d,]+) bytes brotli/;

/**
 * How many bytes a server sends for a file at the highest brotli level.
 *
 * @param {string} file
 */
export function brotliSize(file) {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return brotliCompressSync(readFileSync(file), options).length;
}

/**
 * Who the bytes of a bundle belong to, by its source map.
 *
 * @param {string} file
 * @returns {[source: string, bytes: number][]} Largest first. What no source is known for is the bundler's own.
 */
export function bytesBySource(file) {
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  /** @type {Map<string, number>} */
  const bytes = new Map();
  const lines = readFileSync(file, 'utf8').split('\n');
  lines.forEach((line, lineNumber) => {
    for (let column = 0; column < line.length; column++) {
      const entry = map.findEntry(lineNumber, column);
      const found = 'originalSource' in entry && entry.generatedLine === lineNumber;
      const source = found ? entry.originalSource.replace(/^(?:\.\.\/)+/, '') : '(bundler)';
      bytes.set(source, (bytes.get(source) ?? 0) + Buffer.byteLength(line[column] ?? ''));
    }
  });
  return [...bytes].sort(([, a], [, b]) => b - a);
}

/**
 * Prints who weighs what in one bundle.
 *
 * @param {string} bundle
 */
function printBundle(bundle) {
  const size = readFileSync(bundle).length;
  const total = brotliSize(bundle);
  /** @param {number | string} bytes @param {number | string} brotli @param {string} what */
  const row = (bytes, brotli, what) =>
    console.log(String(bytes).padStart(8), String(brotli).padStart(8), '', what);

  row('bytes', '≈ brotli', `module of ${bundle} (brotli by share of bytes; only the total is measured)`);
  const sources = bytesBySource(bundle);
  for (const [source, bytes] of sources) row(bytes, Math.round((bytes * total) / size), source);
  for (const group of ['src/', 'node_modules/zod', 'node_modules/ky']) {
    const bytes = sources.filter(([source]) => source.startsWith(group)).reduce((sum, [, n]) => sum + n, 0);
    if (bytes) row(bytes, Math.round((bytes * total) / size), `all of ${group}`);
  }
  row(size, total, bundle);
  console.log();
}

function main() {
  const bundle = 'dist/altapay.min.js';
  const total = brotliSize(bundle);
  for (const file of [bundle, 'dist/altapay.pay.js', 'dist/qr.js']) printBundle(file);

  if (process.argv.includes('--write')) {
    const readme = readFileSync('README.md', 'utf8');
    const figure = `script tag: ${total.toLocaleString('en-GB')} bytes brotli`;
    if (!README_FIGURE.test(readme)) throw new Error(`README.md holds no "${figure}" to update`);
    writeFileSync('README.md', readme.replace(README_FIGURE, figure));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
