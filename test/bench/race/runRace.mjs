import { openBrowser } from '../openBrowser.mjs';
import { profiles } from '../profiles.mjs';
import { startHosts } from '../startHosts.mjs';
import { summariseEach } from '../summarise.mjs';
import { compressLane, createLanes } from './createLanes.mjs';
import { measureRun } from './measureRun.mjs';

/**
 * @typedef {Record<keyof import('./measureRun.mjs').Run, import('../summarise.mjs').Spread>} LaneResult
 * @typedef {{ id: string, title: string, figures: LaneResult }} RacedLane
 * @typedef {{ id: string, title: string, lanes: RacedLane[] }} RacedProfile
 * @typedef {{ browser: string, runs: number, profiles: RacedProfile[] }} Race
 */

/**
 * Runs every lane so many times in turn, so that whatever else the machine does meets all of them alike.
 *
 * @param {object} settings
 * @param {number} settings.runs - A lane.
 * @param {string | undefined} settings.lane - Only this one, to look at it closely.
 * @param {(text: string) => void} settings.log
 * @returns {Promise<Race>}
 */
export async function runRace({ runs, lane: only, log }) {
  const lanes = (await createLanes()).filter(({ id }) => only === undefined || id === only);
  const hosts = await startHosts();
  const browser = await openBrowser();
  try {
    const served = lanes.map((lane) => ({ lane, files: compressLane(lane, hosts.apiUrl) }));
    /** @type {Map<string, import('./measureRun.mjs').Run[]>} */
    const found = new Map();
    // The first round warms up the browser and this process, and counts for nothing.
    for (let round = 0; round <= runs; round++) {
      for (const profile of profiles) {
        for (const { lane, files } of turned(served, round)) {
          hosts.show(files);
          const run = await measureRun(browser, await hosts.order(lane.opens), profile);
          const key = `${profile.id} ${lane.id}`;
          if (round > 0) found.set(key, [...(found.get(key) ?? []), run]);
        }
      }
      log(round === 0 ? 'warmed up' : `round ${round} of ${runs}`);
    }
    return {
      browser: browser.version(),
      runs,
      profiles: profiles.map(({ id, title }) => ({
        id,
        title,
        lanes: lanes.map((lane) => ({
          id: lane.id,
          title: lane.title,
          figures: summariseEach(found.get(`${id} ${lane.id}`) ?? []),
        })),
      })),
    };
  } finally {
    await browser.close();
    await hosts.close();
  }
}

/** Another lane goes first in each round. @template T @param {readonly T[]} list @param {number} by */
function turned(list, by) {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
