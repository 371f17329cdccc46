import { describe, expect } from 'vitest';
import { textDirection } from '../../src/core/canonicalLocale.js';
import type { Messages } from '../../src/core/messageKeys.js';
import { languages } from '../../src/i18n/languages.js';
import { english } from '../../src/i18n/messages.js';
import type { EnginePage } from './support/enginePage.js';
import { it as engineTest } from './support/engineTest.js';
import { serveGallery } from './support/openGallery.js';

const BUTTONS = ['tryAgain', 'checkAgain', 'continueToPayment'] as const;
const BIG_BUTTONS = ['payAmount', 'initiating'] as const;
const HEADINGS = Object.keys(english).filter((key) => `${key}Help` in english) as (keyof Messages)[];

const all: [string, () => Promise<Messages>][] = [
  ['en', () => Promise.resolve(english)],
  ...[...languages].map(([lang, load]): [string, () => Promise<Messages>] => [
    lang,
    async () => (await load()).messages,
  ]),
];

// One page for all of them.
const it = engineTest.extend('small', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
  const { origin, close } = await serveGallery(browser.shops);
  const { page, context, expectClean } = await browser.open({});
  onCleanup(async () => {
    await expectClean();
    await context.close();
    await close();
  });
  await page.setViewportSize({ width: 320, height: 568 });
  return {
    page,
    /** Opens a screen and waits until the picker speaks. */
    async open(name: string, lang: string, text: string): Promise<void> {
      await page.goto(`${origin}/__sandbox/screens/${name}?lang=${lang}`);
      await page.locator(`[part=picker][lang=${lang}]`).getByText(text).first().waitFor();
    },
  };
});

/** What sticks out of the picker or out of its own box, and whether the page can be pushed sideways. */
function findOverflows(page: EnginePage): Promise<string[]> {
  return page.locator('[part=picker]').evaluate((picker) => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide`);
    const edges = picker.getBoundingClientRect();
    for (const element of picker.querySelectorAll<HTMLElement>(
      'h2, legend, p:not([role]), summary, label, button, a',
    )) {
      if (!element.checkVisibility()) continue;
      const text = element.textContent;
      if (element.scrollWidth > element.clientWidth + 1) found.push(`too wide: ${text}`);
      // Letters of a paragraph may reach out of their line, as Japanese ones do: there a line more is what has no room.
      const room = element.matches('p') ? parseFloat(getComputedStyle(element).lineHeight) / 2 : 1;
      if (element.scrollHeight > element.clientHeight + room) found.push(`too high: ${text}`);
      const range = document.createRange();
      range.selectNodeContents(element);
      const { left, right } = range.getBoundingClientRect();
      if (left < edges.left || right > edges.right) found.push(`cut off: ${text}`);
    }
    return found;
  });
}

/** Puts each text where such texts stand, with no word allowed to break in two. */
function findBrokenWords(page: EnginePage, selector: string, texts: readonly string[]): Promise<string[]> {
  const place = page.locator('[part=picker]').locator(selector);
  return place.evaluate((element: HTMLElement, texts) => {
    element.style.overflowWrap = 'normal';
    return texts.filter((text) => {
      element.textContent = text;
      return element.scrollWidth > element.clientWidth + 1;
    });
  }, texts);
}

// The longest words, the other direction, and a script without spaces; all of them with `npm run test:full`.
const CHOSEN = ['de', 'fi', 'ru', 'lt', 'nl', 'ar', 'he', 'ja'];
const opened = process.env.TEST_FULL ? all : all.filter(([lang]) => CHOSEN.includes(lang));

describe.each(opened)('at 320 px, %s', (lang, load) => {
  it('shows the picker whole, written the way it is read', async ({ small: { page, open } }) => {
    const messages = await load();
    await open('selected', lang, messages.chooseMethod);
    const picker = page.locator('[part=picker]');
    expect(await picker.getAttribute('dir')).toBe(textDirection(lang));
    expect(await findOverflows(page)).toEqual([]);
    const texts = BIG_BUTTONS.map((key) => messages[key].replace('{amount}', '1.234.567,89\u00a0€'));
    expect(await findBrokenWords(page, '[part=pay-button]', texts)).toEqual([]);
  });

  it('shows a notice whole, and breaks no word of any other', async ({ small: { page, open } }) => {
    const messages = await load();
    await open('hand-off-blocked', lang, messages.continueLink);
    expect(await findOverflows(page)).toEqual([]);
    const fill = (key: keyof Messages): string => messages[key]!.replace('{host}', 'pay.altapay.com');
    expect(await findBrokenWords(page, '.screen h2', HEADINGS.map(fill))).toEqual([]);
    expect(await findBrokenWords(page, '.screen a', BUTTONS.map(fill))).toEqual([]);
  });
});
