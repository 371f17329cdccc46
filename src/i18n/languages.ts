import type { Messages } from '../core/messageKeys.js';

/** Languages beside English, each a file of its own in `lang/`. The specifiers are written out so that bundlers find them. */
export const languages: ReadonlyMap<string, () => Promise<{ messages: Messages }>> = new Map([
  ['ca', () => import('./lang/ca.js')],
  ['cs', () => import('./lang/cs.js')],
  ['da', () => import('./lang/da.js')],
  ['de', () => import('./lang/de.js')],
  ['es', () => import('./lang/es.js')],
  ['et', () => import('./lang/et.js')],
  ['eu', () => import('./lang/eu.js')],
  ['fi', () => import('./lang/fi.js')],
  ['fr', () => import('./lang/fr.js')],
  ['he', () => import('./lang/he.js')],
  ['hr', () => import('./lang/hr.js')],
  ['is', () => import('./lang/is.js')],
  ['it', () => import('./lang/it.js')],
  ['lt', () => import('./lang/lt.js')],
  ['nl', () => import('./lang/nl.js')],
  ['no', () => import('./lang/no.js')],
  ['pl', () => import('./lang/pl.js')],
  ['pt', () => import('./lang/pt.js')],
  ['ru', () => import('./lang/ru.js')],
  ['sk', () => import('./lang/sk.js')],
  ['sl', () => import('./lang/sl.js')],
  ['sv', () => import('./lang/sv.js')],
  ['tr', () => import('./lang/tr.js')],
]);
