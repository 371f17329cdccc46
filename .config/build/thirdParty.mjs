/**
 * ky can report the progress of uploads and downloads through streams of its own. Nothing here asks for it, and no option
 * reaches it, so a payer does not load it. `test/package/ky.test.ts` tells when a new ky calls it anywhere else.
 */
export const kyWithoutProgress = {
  name: 'ky-without-progress',
  /** @param {string} id */
  load(id) {
    return id.replaceAll('\\', '/').endsWith('/ky/distribution/utils/body.js')
      ? 'export const streamRequest = (request) => request, streamResponse = (response) => response;'
      : null;
  },
};

/**
 * zod walks two tables of its own by `for…in`, and so meets what a page has added to `Object.prototype`, which stops it.
 * `test/package/zod.test.ts` tells when a new zod no longer does, or does so anywhere else.
 */
export const zodWithOwnKeys = {
  name: 'zod-with-own-keys',
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('/zod/v4/core/util.js')) return null;
    return {
      code: code.replace(/for \(const key in (table|computes)\)/g, 'for (const key of Object.keys($1))'),
      map: null,
    };
  },
};

/**
 * What no schema of ours (`src/core/schema.ts`) comes to: answers that are promises, checks, catch-alls, unions and
 * templates, coercion, settings of the whole page, members added to a schema's class, shapes of something else, and messages, for of an issue only its path is read. `test/package/zod.test.ts` holds the rest to say the same.
 *
 * @type {readonly (readonly [part: RegExp, instead: string])[]}
 */
export const ZOD_CUTS = [
  [/\w+ instanceof Promise/g, 'false'],
  [/if \(checks\.length === 0\) \{/g, 'if (true) {'],
  [/const catchall = def\.catchall;/g, 'const catchall = undefined;'],
  [/params\?\.Parent/g, 'undefined'],
  [/core\.globalConfig\.memoizer/g, 'undefined'],
  [/globalThis\.__zod_globalConfig\?\.postProcessor/g, 'undefined'],
  [/ctx\?\.abortEarly/g, 'undefined'],
  [/for \(const k of allKeys\) \{[\s\S]*?\n {4}\}/g, ''],
  [/for \(const k in proto\) \{[\s\S]*?\n {8}\}/g, ''],
  [/if \(def\.coerce\)\s+try \{[^}]+\}\s+catch \(_\) \{ \}/g, ''],
  [/const received = typeof input === "number"[^;]+;/g, 'const received = undefined;'],
  [/r\.issues\.map\(\(iss\) => util\.finalizeIssue\(iss, ctx, core\.config\(\)\)\)/g, 'r.issues'],
  [/util\.defineLazyInternal\(inst, "(?:propValues|values|pattern)", \([\s\S]*?\n {4}\}\);/g, ''],
];

export const zodWithCuts = {
  name: 'zod-with-cuts',
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!/\/zod\/v4\/core\/(schemas|core)\.js$/.test(id.replaceAll('\\', '/'))) return null;
    return { code: ZOD_CUTS.reduce((text, [part, instead]) => text.replace(part, instead), code), map: null };
  },
};
