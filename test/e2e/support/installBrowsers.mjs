import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { findChromium } from './findChromium.mjs';

const INSTALL = [
  'install',
  '-y',
  '--no-install-recommends',
  'chromium',
  'chromium-headless-shell',
  'fonts-liberation',
];

/** @param {string[]} args */
const apt = (args) =>
  execFileSync('apt-get', args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

const isComplete =
  (findChromium() ?? '').endsWith('headless-shell') && findChromium({ whole: true }) !== undefined;

if (!isComplete && !process.env.CHROMIUM_PATH) {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    try {
      apt(['update']);
      apt(INSTALL);
    } catch {
      // apt has said why; the line below says what is left to do.
    }
  }
  if (findChromium() === undefined) {
    console.error(
      `No Chromium found. Run "sudo apt-get ${INSTALL.join(' ')}", install Chrome, or set CHROMIUM_PATH.`,
    );
    process.exitCode = 1;
  }
}
