import { formatNumber } from './formatNumber.mjs';

const WIDTH = 720;
const LABELS = 190;
const VALUES = 130;
const ROW = 26;
const HEAD = 34;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .title { font-weight: 600 }
  .bar { fill: #9aa4b2 } .ours { fill: #0969da }
  .spread { stroke: #1f2328; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .bar { fill: #6e7681 } .ours { fill: #4493f8 }
    .spread { stroke: #e6edf3 }
  }
`;

/**
 * The race as a bar chart: how long until the picker is usable, with the quartiles as a line.
 *
 * @param {import('../race/runRace.mjs').Race} race
 * @returns {string} An SVG that can be read on light and on dark ground.
 */
export function renderChart({ profiles }) {
  const parts = [];
  let top = 0;
  for (const { title, lanes } of profiles) {
    const longest = Math.max(...lanes.map(({ figures }) => figures.usable.q3));
    const scale = (WIDTH - LABELS - VALUES) / longest;
    parts.push(text(0, top + 20, `${title}: milliseconds until the picker is usable`, 'title'));
    lanes.forEach((lane, index) => parts.push(...bar(lane, top + HEAD + index * ROW, scale)));
    top += HEAD + lanes.length * ROW + 14;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}" role="img" aria-label="Time until the picker is usable">
<style>${STYLE}</style>
${parts.join('\n')}
</svg>
`;
}

/** @param {import('../race/runRace.mjs').RacedLane} lane @param {number} y @param {number} scale */
function bar({ id, title, figures: { usable } }, y, scale) {
  const x = (/** @type {number} */ value) => (LABELS + value * scale).toFixed(1);
  const middle = y + ROW / 2 - 2;
  return [
    text(0, middle + 5, title),
    `<rect class="${id.startsWith('altapay') ? 'ours' : 'bar'}" x="${LABELS}" y="${y}" width="${(usable.median * scale).toFixed(1)}" height="${ROW - 6}" rx="2"/>`,
    `<path class="spread" d="M${x(usable.q1)} ${middle - 1}H${x(usable.q3)}"/>`,
    text(
      LABELS + Math.max(usable.median, usable.q3) * scale + 8,
      middle + 5,
      `${formatNumber(usable.median)} ms`,
    ),
  ];
}

/** @param {number} x @param {number} y @param {string} content @param {string} [kind] */
function text(x, y, content, kind) {
  const attribute = kind ? ` class="${kind}"` : '';
  return `<text${attribute} x="${x.toFixed(1)}" y="${y}">${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
}
