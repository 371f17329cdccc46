import { readFileSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** What is served, by the first words of its row in the README, and the most that it may weigh there. */
export const SERVED = [
  { file: 'dist/altapay.min.js', row: 'Until the picker stands', limit: 20_000 },
  { file: 'dist/altapay.pay.js', row: 'What pays', limit: 12_600 },
  { file: 'dist/altapay.further.js', row: 'Paying by phone', limit: 4_000 },
  { file: 'dist/qr.js', row: 'QR code', limit: 9_500 },
];

/**
 * Finds the figure and the limit in a row of the README; `npm run size -- --write` keeps them true.
 *
 * @param {string} row
 */
export const figureOf = (row) =>
  new RegExp(`(?<=^\\| ${row}[^|]*\\| )([\\d,]+) bytes brotli +\\| ([\\d,]+) +(?=\\|)`, 'm');

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

/**
 * The README with each figure and limit as it is now.
 *
 * @param {string} readme
 */
function withFigures(readme) {
  return SERVED.reduce((text, { file, row, limit }) => {
    const pattern = figureOf(row);
    if (!pattern.test(text)) throw new Error(`README.md holds no row "${row}… | N bytes brotli | limit"`);
    const [figure, most] = [brotliSize(file), limit].map((bytes) => bytes.toLocaleString('en-GB'));
    return text.replace(pattern, `${figure} bytes brotli | ${most} `);
  }, readme);
}

async function main() {
  for (const { file } of SERVED) printBundle(file);

  if (process.argv.includes('--write')) {
    const { format, resolveConfig } = await import('prettier');
    const readme = withFigures(readFileSync('README.md', 'utf8'));
    writeFileSync(
      'README.md',
      await format(readme, { ...(await resolveConfig('README.md')), filepath: 'README.md' }),
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
