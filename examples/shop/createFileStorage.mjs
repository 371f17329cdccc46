import { readFile, rename, writeFile } from 'node:fs/promises';

/**
 * Keeps the sandbox's data in one file, so that links made before a restart still work after it.
 *
 * @param {string} path
 */
export function createFileStorage(path) {
  let lastSave = Promise.resolve();
  return {
    /** @returns {Promise<string | undefined>} */
    load: () =>
      readFile(path, 'utf8').catch((/** @type {unknown} */ error) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }),
    /** @param {string} text */
    save(text) {
      // One after the other, each whole: a crash halfway leaves the file of before.
      lastSave = lastSave
        .catch(() => {})
        .then(async () => {
          await writeFile(`${path}.new`, text);
          await rename(`${path}.new`, path);
        });
      return lastSave;
    },
  };
}
