import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { findChromium } from './findChromium.mjs';
import { findFirefox } from './findFirefox.mjs';
import { findWebKit } from './findWebKit.mjs';
import { wantedEngines } from './wantedEngines.mjs';

/** What each engine needs, in Debian's words, about 280 MB in all; and what to do elsewhere. */
const BROWSERS = {
  chromium: {
    packages: ['chromium', 'chromium-headless-shell', 'fonts-liberation'],
    isComplete: () =>
      Boolean(process.env.CHROMIUM_PATH) ||
      (findChromium()?.endsWith('headless-shell') && Boolean(findChromium({ whole: true }))),
    isEnough: () => findChromium() !== undefined,
    elsewhere: 'install Chrome, or set CHROMIUM_PATH',
  },
  firefox: {
    packages: ['firefox-esr'],
    isComplete: () => findFirefox() !== undefined,
    isEnough: () => findFirefox() !== undefined,
    elsewhere: 'install Firefox, or set FIREFOX_PATH',
  },
  webkit: {
    packages: ['webkit2gtk-driver', 'xvfb'],
    isComplete: () => findWebKit() !== undefined,
    isEnough: () => findWebKit() !== undefined,
    elsewhere: 'on Linux install WebKitGTK’s driver and Xvfb; elsewhere there is none',
  },
};

const wanted = wantedEngines().map((engine) => ({ engine, ...BROWSERS[engine] }));

/** @param {string[]} args */
const apt = (args) =>
  execFileSync('apt-get', args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

const packages = wanted.filter(({ isComplete }) => !isComplete()).flatMap((browser) => browser.packages);
if (packages.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  try {
    apt(['update']);
    apt(['install', '-y', '--no-install-recommends', ...packages]);
  } catch {
    // apt has said why; the lines below say what is left to do.
  }
}

const missing = wanted.filter(({ isEnough }) => !isEnough());
for (const { engine, packages: names, elsewhere } of missing)
  console.error(
    `No ${engine} found. Run "sudo apt-get install --no-install-recommends ${names.join(' ')}"; ${elsewhere}.`,
  );
if (missing.length > 0) {
  const others = wanted.filter((browser) => !missing.includes(browser)).map(({ engine }) => engine);
  if (others.length > 0) console.error(`Or test without: ENGINES=${others.join(',')} npm test`);
  process.exitCode = 1;
}
