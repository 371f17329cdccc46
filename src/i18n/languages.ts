import type { Messages } from '../core/messageKeys.js';

/** Languages beside English, each a file of its own in `lang/`. The specifiers are written out so that bundlers find them. */
export const languages: ReadonlyMap<string, () => Promise<{ messages: Messages }>> = new Map([
  ['cs', () => import('./lang/cs.js')],
  ['da', () => import('./lang/da.js')],
  ['de', () => import('./lang/de.js')],
  ['nl', () => import('./lang/nl.js')],
  ['no', () => import('./lang/no.js')],
]);
