import type { Browser, Locator } from 'playwright-core';
import { test } from 'vitest';
import { DESK_SIZE, type DeviceOptions } from './deviceOptions.js';
import { engine } from './engine.js';
import type { EnginePhone } from './enginePage.js';
import { keepPhone } from './keepPhone.js';
import { launchChromium } from './launchChromium.js';
import { launchFirefox } from './launchFirefox.js';
import { launchWebKit } from './launchWebKit.js';
import { openPhones } from './openPhones.js';
import { openShops } from './openShops.js';
import { phonePage, type PhonePage } from './phonePage.js';
import type { ShopSetting } from './startShop.js';
import { toFirefoxPrefs } from './toFirefoxPrefs.js';
import type { Engine } from './wantedEngines.mjs';

/** How a page is opened in any engine. */
export type EngineOptions = DeviceOptions & {
  /** Accept certificates made for the run. Default `true`. */
  readonly ignoreHTTPSErrors?: boolean;
  /** Keep a page that is left for the Back button, as browsers do and Playwright's Chromium does not. Default `false`. */
  readonly keepsPages?: boolean;
  /** Block requests whose address ends so, on the device. Default: none. */
  readonly blocks?: string;
};

/** A browser of the project's engine. */
export type EngineBrowser = {
  open(options: EngineOptions): Promise<EnginePhone>;
  /** What the shops must do for it. */
  readonly shops?: Pick<ShopSetting, 'around'>;
  close(): Promise<void>;
};

const LAUNCH: Record<Engine, () => Promise<EngineBrowser>> = {
  async chromium() {
    const browser = await launchChromium();
    const openKept = keepPhone(browser);
    return {
      async open({ keepsPages = false, ...options }) {
        if (!keepsPages) return Object.keys(options).length > 0 ? openPhone(browser, options) : openKept();
        const keeping = await launchChromium({ keepBackForwardCache: true });
        const phone = await openPhone(keeping, options);
        phone.context.once('close', () => void keeping.close());
        return phone;
      },
      close: () => browser.close(),
    };
  },
  async firefox() {
    const browsers = new Map<string, Promise<Browser>>();
    const browserFor = (options: EngineOptions): Promise<Browser> => {
      const prefs = toFirefoxPrefs(options);
      const key = JSON.stringify(prefs);
      const browser = browsers.get(key) ?? launchFirefox(prefs);
      browsers.set(key, browser);
      return browser;
    };
    return {
      async open({ keepsPages: _, permissions: __, ...options }) {
        const browser = await browserFor(options);
        const phone = await openPhone(browser, options);
        // On a desktop Firefox makes no click of a touch.
        const locator = Object.getPrototypeOf(phone.page.locator('html')) as Locator;
        locator.tap = function (this: Locator, pressed) {
          return this.click(pressed);
        };
        return phone;
      },
      async close() {
        await Promise.all([...browsers.values()].map(async (browser) => (await browser).close()));
      },
    };
  },
  webkit: launchWebKit,
};

async function openPhone(browser: Browser, { blocks, desk, ...options }: EngineOptions): Promise<PhonePage> {
  const phone = await phonePage(browser, { ...(desk && DESK), ...options });
  if (blocks) await phone.context.route(`**${blocks}`, (route) => route.abort('blockedbyclient'));
  return phone;
}

const DESK = { viewport: DESK_SIZE, isMobile: false, hasTouch: false, deviceScaleFactor: 1 };

/** `it` as in `e2eTest`, in the engine of the running project, with what a page can do in each of them. */
export const it = test
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await LAUNCH[engine]();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('openShop', async ({ browser }, { onCleanup }) => openShops(onCleanup, browser.shops))
  .extend('shop', async ({ openShop }) => openShop())
  .extend('openPhone', async ({ browser }, { onCleanup }) =>
    openPhones<EnginePhone, EngineOptions>(onCleanup, browser.open),
  );
