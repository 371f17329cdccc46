import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Installs what the bench alone needs, unless it is there in the version that is wanted. */
export function installPackages() {
  const here = new URL('./', import.meta.url);
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(new URL(file, here), 'utf8'));
  const isThere = Object.entries(read('package.json').dependencies).every(([name, version]) => {
    const file = `node_modules/${name}/package.json`;
    return existsSync(new URL(file, here)) && read(file).version === version;
  });
  if (isThere) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: fileURLToPath(here),
    stdio: 'inherit',
  });
}
