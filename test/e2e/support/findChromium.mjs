import { join } from 'node:path';
import process from 'node:process';
import { findExecutable } from './findExecutable.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
// The same engine without the browser around it: tests take a third of the time.
const LIGHT_NAMES = ['chromium-headless-shell', ...NAMES];

/** @param {NodeJS.ProcessEnv} env */
const usualPlaces = (env) => [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
];

/**
 * Finds an installed Chrome or Chromium: the one `CHROMIUM_PATH` names, else the first on `PATH`, else one in the
 * places where macOS and Windows keep it.
 *
 * @param {object} [wanted]
 * @param {boolean} [wanted.whole] - Wants the whole browser: the light one keeps no page for the Back button. Default `false`.
 * @param {NodeJS.ProcessEnv} [wanted.env] - Default: this process's.
 * @returns {string | undefined} The path of the executable.
 * @throws {Error} When `CHROMIUM_PATH` names nothing that can be run: another browser would be a surprise.
 */
export function findChromium({ whole = false, env = process.env } = {}) {
  const names = whole ? NAMES : LIGHT_NAMES;
  return findExecutable({ variable: 'CHROMIUM_PATH', names, files: usualPlaces(env), env });
}
