import { join } from 'node:path';
import process from 'node:process';
import { findExecutable } from './findExecutable.mjs';

/**
 * Finds an installed Firefox: the one `FIREFOX_PATH` names, else the first on `PATH`, else where macOS and Windows keep it.
 *
 * @param {NodeJS.ProcessEnv} [env] - Default: this process's.
 * @returns {string | undefined} The path of the executable.
 * @throws {Error} When `FIREFOX_PATH` names nothing that can be run.
 */
export function findFirefox(env = process.env) {
  const windows = [env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter((folder) => folder !== undefined);
  const files = [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...windows.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
  ];
  return findExecutable({ variable: 'FIREFOX_PATH', names: ['firefox-esr', 'firefox'], files, env });
}
