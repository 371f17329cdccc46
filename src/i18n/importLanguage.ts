import type { Messages } from '../core/messageKeys.js';

/** Languages beside English, each a file of its own in `lang/`. */
export const LANGUAGES: readonly string[] = ['da'];

/** Loads a language's file. The specifiers are written out so that bundlers find them. */
export function importLanguage(lang: string): Promise<{ messages: Messages }> {
  switch (lang) {
    case 'da':
      return import('./lang/da.js');
    default:
      return Promise.reject(new Error('No such language'));
  }
}
