import { readdirSync } from 'node:fs';

/** The files of `src/i18n/lang`. */
export const LANGUAGES = readdirSync('src/i18n/lang')
  .filter((file) => file.endsWith('.ts'))
  .sort();

/** Languages stay modules of their own beside whatever imports them: a payer loads the one that is spoken. */
export const languagesBesideScript = {
  name: 'languages-beside-script',
  /** @param {string | object} specifier */
  resolveDynamicImport(specifier) {
    if (typeof specifier !== 'string') return null;
    return /^\.{1,2}\/(?:\w+\/)*lang\/[\w-]+\.js$/.test(specifier)
      ? { id: specifier.replace(/^.*\/lang\//, './lang/'), external: true }
      : null;
  },
};

/**
 * Bundlers find a language by its written-out specifier. Nothing bundles the script: there the names will do, and a payer
 * does not load one line for each.
 */
export const languagesByName = {
  name: 'languages-by-name',
  /** @param {string} id */
  load(id) {
    if (!id.replaceAll('\\', '/').endsWith('/src/i18n/languages.ts')) return null;
    const names = LANGUAGES.map((file) => file.replace(/\.ts$/, '')).join(' ');
    return `export const languages = new Map(
      '${names}'.split(' ').map((lang) => [lang, () => import(\`./lang/\${lang}.js\`)]),
    );`;
  },
};
