import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './findChromium.mjs';

const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the installed Chromium without anything that talks to the network by itself.
 *
 * The pages of one phone are drawn by one process, which is begun once: a tab of its own is slow to begin, and changes nothing
 * that is tested.
 *
 * @param options - `keepBackForwardCache`: leave the bfcache on, which Playwright turns off and the light browser lacks.
 *   Default `false`.
 * @returns The browser; close it in `afterAll`.
 * @throws When no Chromium is installed: `npm run browsers` says what to do.
 */
export async function launchChromium(options: { keepBackForwardCache?: boolean } = {}): Promise<Browser> {
  const executablePath = findChromium({ whole: options.keepBackForwardCache ?? false });
  if (executablePath === undefined) throw new Error('No Chromium found: run `npm run browsers`');
  const different = options.keepBackForwardCache
    ? { args: ARGS, ignoreDefaultArgs: ['--disable-back-forward-cache'] }
    : { args: [...ARGS, '--renderer-process-limit=1'] };
  return chromium.launch({ executablePath, ...different });
}
