import process from 'node:process';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

/** @type {readonly Engine[]} */
const ENGINES = ['chromium', 'firefox', 'webkit'];

/**
 * The engines to test in: those that `ENGINES` names, with commas between; where it names none, all that there are for this system.
 *
 * @returns {Engine[]}
 * @throws {Error} When it names another.
 */
export function wantedEngines() {
  const names = (process.env.ENGINES ?? '').split(',').filter(Boolean);
  // WebKitGTK, and its driver, are for Linux alone.
  if (names.length === 0)
    return ENGINES.filter((engine) => engine !== 'webkit' || process.platform === 'linux');
  return names.map((name) => {
    const engine = ENGINES.find((known) => known === name.trim());
    if (!engine) throw new Error(`ENGINES names ${name}; there are ${ENGINES.join(', ')}`);
    return engine;
  });
}
