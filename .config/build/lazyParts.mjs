export const PAY_PHASE = 'altapay.pay.js';
export const EXPLANATION = 'altapay.debug.js';

/**
 * The script tag finds the part that pays beside itself: a classic script can share no chunk with a module. An address that
 * has failed is remembered by browsers, so each further attempt has another: ten in all, which an import map can list.
 */
export const payPhaseBesideScript = {
  name: 'pay-phase-beside-script',
  /** @param {string} id */
  load(id) {
    return id.replaceAll('\\', '/').endsWith('/src/importPayPhase.ts')
      ? `export const importPayPhase = (failed) => import('./${PAY_PHASE}' + (failed ? '?' + (failed % 10) : ''));`
      : null;
  },
};

/** And that one finds the words for developers beside itself. */
export const explanationBesideScript = {
  name: 'explanation-beside-script',
  /** @param {string | object} specifier */
  resolveDynamicImport(specifier) {
    return typeof specifier === 'string' && specifier.endsWith('/explainSession.js')
      ? { id: `./${EXPLANATION}`, external: true }
      : null;
  },
};

/**
 * What is loaded for some payers alone stands beside whatever loads it, as a file of its own.
 *
 * @param {string} name - Of the function, and of the file in `src` that has it.
 * @param {string} file - What it loads in place of that.
 * @param {boolean} [again] - After a failure it asks under another address, as the first part does.
 */
export const lazyBeside = (name, file, again) => ({
  name: `${name}-beside`,
  /** @param {string} id */
  load(id) {
    const mark = again ? " + (failed ? '?' + (failed % 10) : '')" : '';
    return id.replaceAll('\\', '/').endsWith(`/src/${name}.ts`)
      ? `export const ${name} = (failed) => import('./${file}'${mark});`
      : null;
  },
  /** @param {string | object} specifier */
  resolveDynamicImport: (specifier) =>
    specifier === `./${file}` ? { id: `./${file}`, external: true } : null,
});

/** What stands upon another entry imports the file beside it: a merchant's bundle holds one SDK, with one configuration. */
export const entryBesideIt = {
  name: 'entry-beside-it',
  /** @param {string} specifier */
  resolveId(specifier) {
    const name = /^\.\.\/(?:(sandbox)\/)?index\.js$/.exec(specifier);
    return name && { id: `./${name[1] ?? 'index'}.js`, external: true };
  },
};
