import type { Browser, BrowserContextOptions } from 'playwright-core';
import { test } from 'vitest';
import { DESK_SIZE } from './deviceOptions.js';
import { launchChromium } from './launchChromium.js';
import { openPhones } from './openPhones.js';
import { openShops } from './openShops.js';
import { phonePage, type PhonePage } from './phonePage.js';

/** How a page is opened, and what may go wrong on it: only what the test itself provokes. */
export type OpenOptions = BrowserContextOptions & {
  readonly allowed?: readonly RegExp[];
  /** Another browser than the file's own. */
  readonly browser?: Browser;
};

/** A merchant's screen, over the phone's. */
export const DESK: OpenOptions = {
  viewport: DESK_SIZE,
  isMobile: false,
  hasTouch: false,
  deviceScaleFactor: 1,
};

/**
 * `it` with Chromium, and with a shop and a sandbox of the test's own. Whatever a test opens is closed after it, and has
 * to be clean then: no console error, no uncaught error or rejection, no violation of a content security policy.
 */
export const it = test
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launchChromium();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('openShop', async ({}, { onCleanup }) => openShops(onCleanup))
  .extend('shop', async ({ openShop }) => openShop())
  .extend('openPhone', async ({ browser }, { onCleanup }) =>
    openPhones<PhonePage, OpenOptions>(onCleanup, ({ browser: other, ...options }) =>
      phonePage(other ?? browser, options),
    ),
  );
