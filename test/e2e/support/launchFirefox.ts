import process from 'node:process';
import { firefox, type Browser } from 'playwright-core';
import { findFirefox } from './findFirefox.mjs';

/**
 * Starts the installed Firefox as it is, over WebDriver BiDi: Playwright's own build is not needed.
 *
 * @param firefoxUserPrefs - What is set in it. Default: nothing.
 * @returns The browser; close it when its tests are over.
 * @throws When no Firefox is installed: `npm run browsers` says what to do.
 */
export async function launchFirefox(
  firefoxUserPrefs: Readonly<Record<string, number | boolean>> = {},
): Promise<Browser> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('No Firefox found: run `npm run browsers`');
  // Firefox tells that it has begun to bring a kept page back, and never that it has: Playwright would wait for it.
  process.env.PLAYWRIGHT_SKIP_NAVIGATION_CHECK = '1';
  return firefox.launch({ channel: 'moz-firefox', executablePath, firefoxUserPrefs });
}
