import { existsSync, readdirSync } from 'node:fs';
import process from 'node:process';
import { findExecutable } from './findExecutable.mjs';

/**
 * Finds what WebKitGTK needs to be tested: its driver, the small browser that the driver starts, and a screen that is
 * not there. It is for Linux; there is no other way to drive an installed WebKit without a window.
 *
 * @param {NodeJS.ProcessEnv} [env] - Default: this process's.
 * @returns {{ driver: string, browser: string, display: string } | undefined} The paths of the executables; `undefined`
 * unless all three are there.
 * @throws {Error} When `WEBKIT_BROWSER_PATH` names nothing that can be run.
 */
export function findWebKit(env = process.env) {
  const driver = findExecutable({ variable: 'WEBKIT_DRIVER_PATH', names: ['WebKitWebDriver'], env });
  const display = findExecutable({ variable: 'XVFB_PATH', names: ['Xvfb'], env });
  const browser = findExecutable({
    variable: 'WEBKIT_BROWSER_PATH',
    names: ['MiniBrowser'],
    files: libraryFolders().map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`),
    env,
  });
  return driver && display && browser ? { driver, display, browser } : undefined;
}

// Debian keeps a library in a folder that names the processor.
function libraryFolders() {
  if (!existsSync('/usr/lib')) return [];
  const folders = readdirSync('/usr/lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return ['/usr/libexec', '/usr/lib64', ...folders.map(({ name }) => `/usr/lib/${name}`)];
}
