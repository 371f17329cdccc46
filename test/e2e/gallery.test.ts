import { expect } from 'vitest';
import { textDirection } from '../../src/core/canonicalLocale.js';
import type { MessageKey, Messages } from '../../src/core/messageKeys.js';
import { languages } from '../../src/i18n/languages.js';
import { english } from '../../src/i18n/messages.js';
import {
  chosenEntries,
  distinctEntries,
  galleryAddress,
  galleryLocales,
  galleryPresets,
  galleryThemes,
  type GalleryEntry,
} from '../../src/sandbox/galleryEntries.js';
import { screens } from '../../src/sandbox/screens.js';
import type { EnginePage } from './support/enginePage.js';
import { it as engineIt } from './support/engineTest.js';
import { findViolations } from './support/findViolations.js';
import { openGallery, serveGallery } from './support/openGallery.js';

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

const entries = process.env.TEST_FULL ? distinctEntries() : chosenEntries;

const it = engineIt.extend('gallery', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
  const { origin, close } = await serveGallery(browser.shops);
  const { page, context, expectClean } = await browser.open({});
  onCleanup(async () => {
    await expectClean(EXPECTED);
    await context.close();
    await close();
  });
  return { page, origin, show: await openGallery(page, origin) };
});

async function headingOf({ screen, locale }: GalleryEntry): Promise<string> {
  const messages: Messages = (await languages.get(locale)?.())?.messages ?? english;
  return messages[HEADINGS[screen] ?? 'chooseMethod'].replace(/ ?\{.*/, '');
}

/** What is wrong with what stands there, whatever it says: too wide at 320 px, too small for a finger. */
function findFaults(page: EnginePage): Promise<{ faults: string[]; headings: string[]; direction: string }> {
  return page.evaluate(() => {
    const picker = document
      .getElementById('payment')!
      .lastElementChild!.shadowRoot!.querySelector<HTMLElement>('[part=picker]')!;
    const shown = (selector: string): HTMLElement[] =>
      [...picker.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
    const faults: string[] = [];
    const { style } = document.documentElement;
    style.maxWidth = '320px';
    if (document.body.scrollWidth > 320) faults.push('wider than 320 px');
    for (const element of shown('h2, legend, p:not([role]), summary, label, button, a')) {
      const { height, left, right } = element.getBoundingClientRect();
      const { left: start, right: end } = picker.getBoundingClientRect();
      if (left < start - 1 || right > end + 1)
        faults.push(`${left} to ${right} sticks out of ${start} to ${end}: ${element.textContent}`);
      if (/^(?:summary|label|button|a)$/i.test(element.tagName) && height < 44)
        faults.push(`${height} px high: ${element.textContent}`);
    }
    style.maxWidth = '';
    // Where nothing is behind the foot that sticks: to axe a half-hidden radio is a small one.
    scrollTo(0, document.body.scrollHeight);
    const headings = shown('h2, legend').map(({ textContent }) => textContent);
    return { faults, headings, direction: getComputedStyle(picker).direction };
  });
}

/** Shows what stands there in the other theme. */
function changeTheme(): void {
  const root = document.getElementById('payment')!.lastElementChild!.shadowRoot!;
  const { dataset } = document.documentElement;
  const [before, after] = dataset.theme === 'dark' ? ['dark', 'light'] : ['light', 'dark'];
  dataset.theme = after;
  root.querySelector('section')!.classList.replace(before, after);
}

it.for(screens)(
  'the screen $name says what it must, and keeps every rule of axe',
  { timeout: process.env.TEST_FULL ? 600_000 : 60_000 },
  async ({ name }, { gallery }) => {
    const { page, show } = gallery;
    const problems: string[] = [];
    for (const entry of entries.filter(({ screen }) => screen === name)) {
      await show(entry);
      const { faults, headings, direction } = await findFaults(page);
      const heading = await headingOf(entry);
      if (name !== 'loading' && !headings.some((text) => text.includes(heading)))
        faults.push(`does not say: ${heading}`);
      if (direction !== textDirection(entry.locale)) faults.push(`is written ${direction}`);
      faults.push(...(await findViolations(page)));
      // The whole of it comes in the other theme with the full run; only colours differ.
      if (!process.env.TEST_FULL) {
        await page.evaluate(changeTheme);
        faults.push(...(await findViolations(page, ['color-contrast'])));
      }
      problems.push(...faults.map((fault) => `${galleryAddress(entry)}: ${fault}`));
    }
    expect(problems).toEqual([]);
  },
);

it('shows every look and every language among the chosen entries, each screen once or twice', () => {
  const met = (of: (entry: GalleryEntry) => string): string[] => [...new Set(chosenEntries.map(of))].sort();
  expect(met(({ screen }) => screen)).toEqual(screens.map(({ name }) => name).sort());
  expect(met(({ locale }) => locale)).toEqual([...galleryLocales].sort());
  expect(met(({ theme, preset }) => `${theme} ${preset}`)).toHaveLength(
    galleryThemes.length * galleryPresets.length,
  );
  expect([...galleryLocales].sort()).toEqual(['en', ...languages.keys()].sort());
  expect(chosenEntries.length).toBeGreaterThanOrEqual(55);
});

it('lists every entry on one page, each in a frame and with an address of its own', async ({ gallery }) => {
  const { page, origin } = gallery;
  await page.goto(`${origin}/__sandbox/screens?theme=&lang=en`);
  const links = page.locator('figcaption a');
  await expect.poll(() => links.count()).toBe(screens.length * galleryThemes.length);
  expect(await links.first().getAttribute('href')).toBe(
    galleryAddress({ screen: screens[0]!.name, theme: 'light', preset: 'plain', locale: 'en' }),
  );
  expect(await page.locator('iframe[loading=lazy]').count()).toBe(await links.count());
});
