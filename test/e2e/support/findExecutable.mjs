import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds a program: the one that an environment variable names, else the first of some names on `PATH`, else the first of
 * some files.
 *
 * @param {object} wanted
 * @param {string} wanted.variable - E.g. `CHROMIUM_PATH`.
 * @param {readonly string[]} wanted.names
 * @param {readonly string[]} [wanted.files] - Where it is when it is not on `PATH`. Default: nowhere.
 * @param {NodeJS.ProcessEnv} wanted.env
 * @returns {string | undefined} The path of the executable.
 * @throws {Error} When the variable names nothing that can be run: another program would be a surprise.
 */
export function findExecutable({ variable, names, files = [], env }) {
  const named = env[variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${variable} is ${named}, which cannot be run`);
  }
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...files].find(isExecutable);
}
