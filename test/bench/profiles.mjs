/**
 * A phone on a network, as Chromium's DevTools protocol imitates it: each request waits one round trip, all share the
 * throughput, and the page's thread runs so many times slower.
 *
 * @typedef {object} Profile
 * @property {string} id
 * @property {string} title
 * @property {number} latencyMs - Round trip.
 * @property {number} downloadBits - A second; -1 for no limit.
 * @property {number} uploadBits - A second; -1 for no limit.
 * @property {number} cpuSlowdown - 1 for none.
 */

/** @type {readonly Profile[]} */
export const profiles = [
  {
    id: '4g',
    title: '4G phone',
    latencyMs: 150,
    downloadBits: 1_600_000,
    uploadBits: 750_000,
    cpuSlowdown: 4,
  },
  {
    id: 'unthrottled',
    title: 'Unthrottled',
    latencyMs: 0,
    downloadBits: -1,
    uploadBits: -1,
    cpuSlowdown: 1,
  },
];

/**
 * Slows a page down as a profile says.
 *
 * @param {import('playwright-core').CDPSession} cdp
 * @param {Profile} profile
 */
export async function applyProfile(cdp, { latencyMs, downloadBits, uploadBits, cpuSlowdown }) {
  const bytes = (/** @type {number} */ bits) => (bits < 0 ? -1 : bits / 8);
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytes(downloadBits),
    uploadThroughput: bytes(uploadBits),
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
}
