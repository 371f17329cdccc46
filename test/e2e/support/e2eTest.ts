import type { Browser, BrowserContextOptions } from 'playwright-core';
import { test } from 'vitest';
import { launchChromium } from './launchChromium.js';
import { phonePage, type PhonePage } from './phonePage.js';
import { startShop, type RunningShop, type ShopSetting } from './startShop.js';

/** How a page is opened, and what may go wrong on it: only what the test itself provokes. */
export type OpenOptions = BrowserContextOptions & {
  readonly allowed?: readonly RegExp[];
  /** Another browser than the file's own. */
  readonly browser?: Browser;
};

/** A merchant's screen, over the phone's. */
export const DESK: OpenOptions = {
  viewport: { width: 1280, height: 900 },
  isMobile: false,
  hasTouch: false,
  deviceScaleFactor: 1,
};

/**
 * `it` with a browser, and with a shop and a sandbox of the test's own. Whatever a test opens is closed after it, and has
 * to be clean then: no console error, no uncaught error or rejection, no violation of a content security policy.
 */
export const it = test
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launchChromium();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('openShop', async ({}, { onCleanup }) => {
    const shops: RunningShop[] = [];
    onCleanup(async () => {
      await Promise.all(shops.map((shop) => shop.close()));
    });
    return async (setting?: ShopSetting) => {
      const shop = await startShop(setting);
      shops.push(shop);
      return shop;
    };
  })
  .extend('shop', async ({ openShop }) => openShop())
  .extend('openPhone', async ({ browser }, { onCleanup }) => {
    const phones: { phone: PhonePage; allowed: readonly RegExp[] }[] = [];
    onCleanup(async () => {
      const checks = phones.map(({ phone, allowed }) => phone.expectClean(...allowed));
      const results = await Promise.allSettled(checks);
      await Promise.all(phones.map(({ phone }) => phone.context.close()));
      for (const result of results) if (result.status === 'rejected') throw result.reason;
    });
    return async ({ allowed = [], browser: other, ...options }: OpenOptions = {}) => {
      const phone = await phonePage(other ?? browser, options);
      phones.push({ phone, allowed });
      return phone;
    };
  });
