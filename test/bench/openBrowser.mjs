import { chromium } from 'playwright-core';
import { findChromium } from '../e2e/support/findChromium.mjs';

/**
 * Starts the installed Chromium so that nothing it asks for can leave this machine.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function openBrowser() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: run `npm run browsers`');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--js-flags=--expose-gc',
    ],
  });
}

/** @param {import('playwright-core').Browser} browser */
export function openPhone(browser) {
  return browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
    locale: 'en-GB',
  });
}
