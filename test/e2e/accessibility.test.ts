import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import type { GalleryEntry } from '../../src/sandbox/galleryEntries.js';
import { it as e2eTest } from './support/e2eTest.js';
import { findViolations } from './support/findViolations.js';
import { openGallery, serveGallery } from './support/openGallery.js';
import { phonePage } from './support/phonePage.js';

const LIGHT: GalleryEntry = { screen: 'selected', theme: 'light', preset: 'plain', locale: 'en' };

// One document for all of them: each says what it needs of the screen, and the next begins with a plain one.
const it = e2eTest
  .extend('gallery', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
    const { origin, close } = await serveGallery();
    const phone = await phonePage(browser, { deviceScaleFactor: 1 });
    onCleanup(async () => {
      await phone.expectClean(/status of 422/);
      await phone.context.close();
      await close();
    });
    return { page: phone.page, show: await openGallery(phone.page, origin) };
  })
  .extend('openScreen', async ({ gallery: { page, show } }) => {
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
    await page.setViewportSize({ width: 390, height: 844 });
    return async (
      entry: GalleryEntry,
      viewport?: { width: number; height: number },
    ): Promise<[Page, Show]> => {
      if (viewport) await page.setViewportSize(viewport);
      await show(entry);
      return [page, show];
    };
  });
type Show = (entry: GalleryEntry) => Promise<void>;

const SMALL = { width: 320, height: 568 };

it('keeps what is chosen, what can be pressed and what is said apart in forced colours', async ({
  openScreen,
}) => {
  const [page, show] = await openScreen(LIGHT);
  await page.emulateMedia({ forcedColors: 'active' });
  for (const preset of ['plain', 'rounded', 'compact', 'own'] as const) {
    await show({ ...LIGHT, preset, screen: 'not-started' });
    expect(await findViolations(page, ['color-contrast', 'target-size'])).toEqual([]);
    const edges = await page.locator('[part=picker]').evaluate((picker) => {
      const width = (selector: string, side: 'borderTopWidth' | 'outlineWidth'): number =>
        parseFloat(getComputedStyle(picker.querySelector(selector)!)[side]);
      return {
        chosen: width('label:has(:checked)', 'outlineWidth'),
        others: width('label:not(:has(:checked))', 'outlineWidth'),
        button: width('[part=pay-button]', 'borderTopWidth'),
        notice: width('[part=notice]', 'borderTopWidth'),
        radio: getComputedStyle(picker.querySelector('input')!).appearance,
      };
    });
    expect(edges).toEqual({ chosen: 2, others: 3, button: 1, notice: 1, radio: 'auto' });
  }
});

it('keeps still where the payer wants it so', async ({ openScreen }) => {
  const [page, show] = await openScreen(LIGHT);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = (): Promise<number> =>
    page.locator('[part=picker]').evaluate((picker) => picker.getAnimations({ subtree: true }).length);
  for (const screen of ['loading', 'initiating', 'processing']) {
    await show({ ...LIGHT, screen });
    expect(await moving(), screen).toBe(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await moving(), screen).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
  }
});

/** What WCAG 2.2 SC 1.4.12 lets a payer set. */
function spaceText(): void {
  const root = document.getElementById('payment')!.lastElementChild!.shadowRoot!;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
  );
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

it('shows every text with the spacing of SC 1.4.12, at 320 px', async ({ openScreen }) => {
  const [page, show] = await openScreen(LIGHT, SMALL);
  for (const [screen, locale] of [
    ['selected', 'de'],
    ['not-started', 'fi'],
    ['hand-off-blocked', 'ru'],
    ['long-names', 'en'],
    ['amount-changed', 'ar'],
  ] as const) {
    await show({ ...LIGHT, screen, locale });
    await page.evaluate(spaceText);
    const cut = await page.locator('[part=picker]').evaluate((picker) =>
      [...picker.querySelectorAll<HTMLElement>('h2, legend, p:not([role]), summary, label, button, a, li')]
        .filter((element) => element.checkVisibility())
        .filter(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
            scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
        )
        .map(({ textContent }) => textContent),
    );
    expect(cut, screen).toEqual([]);
  }
});

it('never hides what has the focus below the pay button, and rings it in two colours', async ({
  openScreen,
}) => {
  const [page, show] = await openScreen(LIGHT, SMALL);
  const hidden: string[] = [];
  for (const [screen, rows] of [
    ['thirty-methods', 30],
    ['not-started', 4],
  ] as const) {
    await show({ ...LIGHT, screen });
    await page.locator('[part=method] input').first().focus();
    const keys = ['ArrowDown', 'ArrowUp'].flatMap((key) => Array.from({ length: rows - 1 }, () => key));
    for (const key of keys) {
      await page.keyboard.press(key);
      const covered = await page.evaluate(() => {
        const root = document.getElementById('payment')!.lastElementChild!.shadowRoot!;
        const { left, width, top, height } = root.activeElement!.getBoundingClientRect();
        const over = root.elementFromPoint(left + width / 2, top + height / 2);
        return over === root.activeElement ? undefined : root.activeElement!.parentElement!.textContent;
      });
      if (covered !== undefined) hidden.push(`${screen}, ${key}: ${covered}`);
    }
  }
  expect(hidden).toEqual([]);
  const ring = await page.evaluate(() => {
    const { activeElement } = document.getElementById('payment')!.lastElementChild!.shadowRoot!;
    const { outlineStyle, outlineColor, boxShadow } = getComputedStyle(activeElement!);
    return { outlineStyle, outlineColor, boxShadow };
  });
  expect(ring).toEqual({
    outlineStyle: 'solid',
    outlineColor: 'rgb(21, 24, 30)',
    boxShadow: 'rgb(255, 255, 255) 0px 0px 0px 6px',
  });
});

/** Notes what the live regions of the picker come to say. */
function listen(): void {
  const root = document.getElementById('payment')!.lastElementChild!.shadowRoot!;
  const said: string[] = [];
  Object.assign(globalThis, { said });
  for (const region of root.querySelectorAll('[role=status], [role=alert]')) {
    const note = (): unknown => region.textContent && said.push(`${region.role}: ${region.textContent}`);
    new MutationObserver(note).observe(region, { subtree: true, childList: true, characterData: true });
  }
}

it('says each change once, and a choice not at all', async ({ openScreen }) => {
  const [page] = await openScreen(LIGHT);
  await page.route('**/payment', (route) => route.fulfill({ status: 422, json: { code: 'REFUSED' } }));
  await page.evaluate(listen);
  const said = (): Promise<string[]> =>
    page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  await page.getByRole('radio', { name: /^MobilePay/ }).check();
  await page.getByRole('radio', { name: /^Klarna/ }).check();
  expect(await said()).toEqual([]);
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.getByRole('heading', { name: english.cantStart }).waitFor();
  expect(await said()).toEqual([
    `status: ${english.initiating}`,
    expect.stringMatching(new RegExp(`^alert: ${english.cantStart}`)),
  ]);
});

it('reserves the height of what is to come', async ({ openScreen }) => {
  const [page, show] = await openScreen({ ...LIGHT, screen: 'loading' });
  const height = (): Promise<number> =>
    page.locator('[part=picker]').evaluate((picker) => picker.clientHeight);
  const skeleton = await height();
  await show({ ...LIGHT, screen: 'ready' });
  // The order of the sandbox has one method more than the skeleton, and a line that wraps.
  expect(Math.abs((await height()) - skeleton)).toBeLessThan(110);

  // Rows are first measured before they are drawn: what is a pixel too high then would jump.
  const heights = await page
    .locator('[part=method]')
    .first()
    .evaluate(({ parentElement: list }) => {
      const undrawn = list!.cloneNode(true) as HTMLElement;
      list!.after(undrawn);
      const measured = Array.from(undrawn.children, (row) => (row as HTMLElement).offsetHeight);
      undrawn.remove();
      return measured;
    });
  expect(heights).toEqual([56, 56, 56, 56]);
});
