import type { payPhase } from './payPhase.js';

/**
 * Loads the part of the SDK that only paying and trouble need. The script tag has a version of its own, which looks for it
 * beside the script (rollup.config.mjs).
 *
 * @param _failed - How often it could not be loaded so far: browsers remember that of an address.
 */
export const importPayPhase = (_failed: number): Promise<{ payPhase: typeof payPhase }> =>
  import('./payPhase.js');
