import type { further } from './further.js';

/**
 * Loads what only some payers are offered. The script's part that pays has a version of its own, which looks for it beside
 * itself (rollup.config.mjs).
 */
export const importFurther = (): Promise<{ further: typeof further }> => import('./further.js');
