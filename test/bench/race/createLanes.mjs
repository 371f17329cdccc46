import { existsSync, readFileSync } from 'node:fs';
import { brotli } from '../brotli.mjs';
import { buildDropin } from './buildDropin.mjs';
import { buildFloor } from './buildFloor.mjs';

/** The lane that all others are measured by. */
export const FLOOR = 'floor';

const dist = new URL('../../../dist/', import.meta.url);

/**
 * One way to bring a picker onto a page.
 *
 * @typedef {object} Lane
 * @property {string} id
 * @property {string} title
 * @property {'link' | 'token'} opens - What the page's address holds.
 * @property {(apiUrl: string) => string} page - The whole HTML.
 * @property {Record<string, string>} files - Its scripts and styles, by path.
 */

/**
 * The racers there are: one whose files are not built is left out.
 *
 * @returns {Promise<Lane[]>}
 */
export async function createLanes() {
  const [floor, dropin] = await Promise.all([buildFloor(), buildDropin()]);
  return [
    ourLane(),
    ...earlyLanes(),
    floorLane({ id: FLOOR, title: 'The floor', script: floor, opens: 'link' }),
    inlined(floorLane({ id: 'floor-inline', title: 'The floor, inlined', script: floor, opens: 'link' })),
    floorLane({ id: 'floor-token', title: 'The floor, with a token', script: floor, opens: 'token' }),
    dropinLane(dropin),
  ];
}

/** Ours as the README has it: one script tag. @returns {Lane} */
export function ourLane() {
  return {
    id: 'altapay',
    title: 'altapay-js',
    opens: 'link',
    page: (apiUrl) => document(ourTag(apiUrl)),
    files: { '/altapay/altapay.min.js': readDist('altapay.min.js') },
  };
}

/** @param {string} apiUrl */
function ourTag(apiUrl) {
  return `<script src="/altapay/altapay.min.js" data-api-url="${apiUrl}" data-container="#payment" data-merchant-name="Petal &amp; Stem" defer></script>`;
}

/** @returns {Lane[]} */
function earlyLanes() {
  if (!existsSync(new URL('altapay.early.js', dist))) return [];
  const early = readDist('altapay.early.js').trim();
  const page = (/** @type {string} */ apiUrl) =>
    document(`<link rel="preconnect" href="${new URL(apiUrl).origin}" crossorigin />
    <link rel="preload" href="/altapay/altapay.min.js" as="script" />
    <script data-api-url="${apiUrl}">${early}</script>
    ${ourTag(apiUrl)}`);
  return [{ ...ourLane(), id: 'altapay-early', title: 'altapay-js, early start', page }];
}

/** @param {{ id: string, title: string, script: string, opens: 'link' | 'token' }} floor @returns {Lane} */
function floorLane({ id, title, script, opens }) {
  return {
    id,
    title,
    opens,
    page: (apiUrl) => document(`<script src="/floor.js" data-api-url="${apiUrl}" defer></script>`),
    files: { '/floor.js': script },
  };
}

/** @param {Lane} lane @returns {Lane} */
function inlined({ files, ...lane }) {
  const [script] = Object.values(files);
  const page = (/** @type {string} */ apiUrl) =>
    document('', `<script data-api-url="${apiUrl}">${script}</script>`);
  return { ...lane, page, files: {} };
}

/** @param {{ script: string, style: string }} dropin @returns {Lane} */
function dropinLane({ script, style }) {
  return {
    id: 'adyen',
    title: 'Adyen Drop-in',
    opens: 'link',
    page: (apiUrl) =>
      document(`<link rel="stylesheet" href="/adyen.css" />
    <script src="/adyen.js" data-api-url="${apiUrl}" defer></script>`),
    files: { '/adyen.js': script, '/adyen.css': style },
  };
}

/** @param {string} head @param {string} [end] */
function document(head, end = '') {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Pay</title>
    ${head}
  </head>
  <body>
    <main id="payment"></main>
    ${end}
  </body>
</html>
`;
}

/** @param {string} name */
function readDist(name) {
  return readFileSync(new URL(name, dist), 'utf8');
}

/**
 * Compresses what a lane serves.
 *
 * @param {Lane} lane
 * @param {string} apiUrl
 * @returns {Map<string, { type: string, body: Buffer }>} By path, the page as `/`.
 */
export function compressLane({ page, files }, apiUrl) {
  const entries = Object.entries({ '/': page(apiUrl), ...files });
  return new Map(entries.map(([path, text]) => [path, { type: typeOf(path), body: brotli(text) }]));
}

/** @param {string} path */
function typeOf(path) {
  const kind = path.endsWith('.js') ? 'javascript' : path.endsWith('.css') ? 'css' : 'html';
  return `text/${kind}; charset=utf-8`;
}
