import { formatNumber } from '../report/formatNumber.mjs';
import { findLimit } from './findLimit.mjs';
import { startChild } from './startChild.mjs';

const SESSIONS = 100_000;
const LINKS = 1_000;
const LIMIT_MS = 50;
const STEP_SECONDS = 5;
const STEPS = 12;
// Each sends its share of a second at once, so that with many of them it is the crowd that is measured.
const CONNECTIONS = 2;

/**
 * @typedef {object} SandboxScale
 * @property {number} sessions - In memory while it was measured.
 * @property {number} megabytes - Of heap that they take.
 * @property {number} kilobytesALink - Of heap that a session with a link takes, opened in the load.
 * @property {import('./findLimit.mjs').Step[]} steps - Requests a second, in the order they were tried, and the latency of all
 *   but the slowest hundredth in milliseconds.
 * @property {{ title: string, text: string }[]} figures
 */

/**
 * Fills a sandbox with sessions, and opens links in it ever faster, until it is late.
 *
 * @param {object} settings
 * @param {number} [settings.sessions]
 * @param {(text: string) => void} settings.log
 * @returns {Promise<SandboxScale>}
 */
export async function runSandbox({ sessions = SESSIONS, log }) {
  const child = await startChild();
  try {
    const empty = await child.ask('weigh');
    const started = performance.now();
    await child.ask('fill', sessions);
    const fillSeconds = (performance.now() - started) / 1000;
    const full = await child.ask('weigh');
    log(`${formatNumber(sessions)} sessions made in ${formatNumber(fillSeconds)} s`);
    const links = await child.ask('link', LINKS);
    const withLinks = await child.ask('weigh');

    const load = await createLoad(child.port, links);
    // Warms up.
    await load(50);
    const tryRate = async (/** @type {number} */ rate) => {
      const { p99, answered } = await load(rate);
      // A rate that is not reached is not kept, whatever the latency of what did come through.
      const kept = p99 <= LIMIT_MS && answered >= rate * 0.9;
      log(`${rate} a second: 99th percentile ${p99} ms, ${formatNumber(answered)} answered a second`);
      return { rate, p99, kept };
    };
    const { best, failed, steps } = await findLimit({ start: 100, most: STEPS, tryRate });
    const megabytes = (full.heapUsed - empty.heapUsed) / 1e6;
    return {
      sessions,
      megabytes: Math.round(megabytes * 10) / 10,
      kilobytesALink: Math.round((withLinks.heapUsed - full.heapUsed) / LINKS / 100) / 10,
      steps,
      figures: [
        {
          title: `${formatNumber(sessions)} sessions in memory`,
          text: `${formatNumber(megabytes)} MB of heap`,
        },
        {
          title: 'Sessions made, authenticated and checked',
          text: `${formatNumber(sessions / fillSeconds)} a second`,
        },
        {
          title: `Links opened a second while 99 of 100 answers take at most ${LIMIT_MS} ms, over ${CONNECTIONS} connections and beside those sessions`,
          text: best
            ? `${formatNumber(best.rate)} (99th percentile ${best.p99} ms${failed ? `; at ${formatNumber(failed.rate)}: ${failed.p99} ms` : ''})`
            : `fewer than ${formatNumber(failed?.rate ?? 0)}`,
        },
      ],
    };
  } finally {
    child.stop();
  }
}

/**
 * Loads the sandbox for a few seconds at a time, from this machine's loopback interface to itself.
 *
 * @param {number} port
 * @param {{ sessionId: string, linkId: string }[]} links
 */
async function createLoad(port, links) {
  // Installed by the bench when it is first run; nothing else has it.
  const name = 'autocannon';
  const { default: autocannon } = await import(name);
  const requests = links.map(({ sessionId, linkId }) => ({
    method: 'POST',
    path: `/checkout/v1/api/session/${sessionId}/activation`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams({ linkId })),
  }));
  return async (/** @type {number} */ rate) => {
    const result = await autocannon({
      url: `http://127.0.0.1:${port}`,
      connections: CONNECTIONS,
      overallRate: rate,
      duration: STEP_SECONDS,
      requests,
    });
    if (result.non2xx > 0) throw new Error(`${result.non2xx} links were refused`);
    return { p99: result.latency.p99, answered: result['2xx'] / result.duration };
  };
}
