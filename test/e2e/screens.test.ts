import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageKey } from '../../src/core/messageKeys.js';
import { english } from '../../src/i18n/messages.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { screens } from '../../src/sandbox/screens.js';
import { findViolations } from './support/findViolations.js';
import { launchChromium } from './support/launchChromium.js';
import { phonePage, type PhonePage } from './support/phonePage.js';
import { startServer, type RunningServer } from './support/startServer.js';

/** What each screen must say first; the screens with methods say how to choose. */
const HEADINGS: Readonly<Record<string, MessageKey>> = {
  'handed-off': 'handedOff',
  'hand-off-blocked': 'continueLink',
  'app-not-opened': 'appNotOpened',
  'unclear-asking': 'notConfirmed',
  'unclear-offered': 'notConfirmed',
  'unclear-refused': 'notConfirmed',
  'not-started': 'cantStart',
  busy: 'busy',
  unsafe: 'unsafe',
  'phone-offer': 'payOnPhone',
  'in-app': 'inApp',
  'in-app-copy': 'copyByHand',
  'amount-changed': 'amountChanged',
  back: 'inProgress',
  'back-unknown': 'maybePaid',
  processing: 'inProgress',
  paid: 'alreadyPaid',
  cancelled: 'sessionCancelled',
  expired: 'linkExpired',
  'session-ended': 'sessionEnded',
  'link-missing': 'linkBroken',
  'link-broken': 'linkBroken',
  'not-allowed': 'notAllowed',
  'in-progress': 'alreadyInProgress',
  'no-methods': 'noMethods',
  network: 'cantReach',
  'too-slow': 'tooSlow',
  'sign-in': 'checkNetwork',
  problem: 'problem',
};

/** The browser's own line about an answer that the screen is there to show. */
const EXPECTED = /console: Failed to load resource: the server responded with a status of 4\d\d/;

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  const sandbox = createSandbox({
    controls: true,
    merchant: { name: 'Havn Coffee' },
    readAsset: (name) => readFile(`dist/${name}`).catch(() => undefined),
  });
  server = await startServer((request) => sandbox.fetch(request));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(name: string): Promise<PhonePage> {
  const phone = await phonePage(browser, { deviceScaleFactor: 1, colorScheme: 'light' });
  await phone.page.goto(`${server.origin}/__sandbox/screens/${name}`);
  const key = HEADINGS[name];
  const heading = (key ? english[key] : english.chooseMethod).replace(/ ?\{.*/, '');
  if (name === 'loading') await phone.page.locator('[aria-busy=true]').first().waitFor();
  else
    await phone.page
      .locator('h2, legend, .further :is(summary, p, label)')
      .filter({ hasText: heading })
      .first()
      .waitFor();
  return phone;
}

describe.each(screens)('the screen “$name”', ({ name }) => {
  it('says what it must, keeps every rule of axe in light and dark, and fits 320 px', async () => {
    const phone = await open(name);
    expect(await findViolations(phone.page)).toEqual([]);
    await phone.page.emulateMedia({ colorScheme: 'dark' });
    // Colours are all that differ; the whole of it once more takes a minute.
    const rules = process.env.TEST_FULL ? undefined : ['color-contrast'];
    expect(await findViolations(phone.page, rules)).toEqual([]);
    await phone.page.setViewportSize({ width: 320, height: 568 });
    const tooWide = await phone.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide).toBeLessThanOrEqual(0);
    await phone.expectClean(EXPECTED);
    await phone.context.close();
  });
});

it('lists every screen on one page', async () => {
  const phone = await phonePage(browser);
  await phone.page.goto(`${server.origin}/__sandbox/screens`);
  expect(await phone.page.getByRole('link', { name: 'dark' }).count()).toBe(screens.length);
  await phone.expectClean();
  await phone.context.close();
});
