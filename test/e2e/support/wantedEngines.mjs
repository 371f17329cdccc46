import process from 'node:process';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

/** @type {readonly Engine[]} */
const ENGINES = ['chromium', 'firefox', 'webkit'];

/**
 * The engines to test in: those that `ENGINES` names, with commas between; where it names none, Chromium.
 *
 * @returns {Engine[]}
 * @throws {Error} When it names another.
 */
export function wantedEngines() {
  const names = (process.env.ENGINES ?? '').split(',').filter(Boolean);
  if (names.length === 0) return ['chromium'];
  return names.map((name) => {
    const engine = ENGINES.find((known) => known === name.trim());
    if (!engine) throw new Error(`ENGINES names ${name}; there are ${ENGINES.join(', ')}`);
    return engine;
  });
}
