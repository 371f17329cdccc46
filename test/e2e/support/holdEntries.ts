import { expect } from 'vitest';
import { textDirection } from '../../../src/core/canonicalLocale.js';
import type { MessageKey, Messages } from '../../../src/core/messageKeys.js';
import { languages } from '../../../src/i18n/languages.js';
import { english } from '../../../src/i18n/messages.js';
import { galleryAddress, type GalleryEntry } from '../../../src/sandbox/galleryEntries.js';
import { screens } from '../../../src/sandbox/screens.js';
import type { EnginePage } from './enginePage.js';
import { findViolations } from './findViolations.js';
import { galleryTest } from './galleryTest.js';

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

/**
 * Holds entries of the gallery to saying what they must and to every rule of axe, a test for each screen.
 *
 * @param entries - Which.
 * @param options - `inBothThemes`: each is held to its colours in the other theme, too.
 */
export function holdEntries(
  entries: readonly GalleryEntry[],
  { inBothThemes = false }: { inBothThemes?: boolean } = {},
): void {
  galleryTest.for(screens)(
    'the screen $name says what it must, and keeps every rule of axe',
    { timeout: 60_000 + 1_000 * entries.length },
    async ({ name }, { gallery: { page, show } }) => {
      const problems: string[] = [];
      for (const entry of entries.filter(({ screen }) => screen === name)) {
        await show(entry);
        const faults = await findFaults(page, entry);
        if (inBothThemes) {
          await page.evaluate(changeTheme);
          faults.push(...(await findViolations(page, ['color-contrast'])));
        }
        problems.push(...faults.map((fault) => `${galleryAddress(entry)}: ${fault}`));
      }
      expect(problems).toEqual([]);
    },
  );
}

async function findFaults(page: EnginePage, entry: GalleryEntry): Promise<string[]> {
  const { faults, headings, direction } = await measure(page);
  const heading = await headingOf(entry);
  if (entry.screen !== 'loading' && !headings.some((text) => text.includes(heading)))
    faults.push(`does not say: ${heading}`);
  if (direction !== textDirection(entry.locale)) faults.push(`is written ${direction}`);
  return [...faults, ...(await findViolations(page))];
}

async function headingOf({ screen, locale }: GalleryEntry): Promise<string> {
  const messages: Messages = (await languages.get(locale)?.())?.messages ?? english;
  return messages[HEADINGS[screen] ?? 'chooseMethod'].replace(/ ?\{.*/, '');
}

/** What is wrong with what stands there, whatever it says: too wide at 320 px, too small for a finger. */
function measure(page: EnginePage): Promise<{ faults: string[]; headings: string[]; direction: string }> {
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
    // Chinese and Japanese share characters that they draw differently. Firefox does not tell; Chromium puts it in quotes.
    const letters = getComputedStyle(shown('h2, legend')[0] ?? picker.querySelector('.frame')!)
      .getPropertyValue('-webkit-locale')
      .replaceAll('"', '');
    if (letters && letters !== picker.lang) faults.push(`is drawn in the letters of ${letters}`);
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
