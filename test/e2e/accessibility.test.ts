import { expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import type { GalleryEntry } from '../../src/sandbox/galleryEntries.js';
import { PHONE_SIZE } from './support/deviceOptions.js';
import { engine } from './support/engine.js';
import type { EngineKey, EnginePage } from './support/enginePage.js';
import { it as engineTest } from './support/engineTest.js';
import { openGallery, serveGallery } from './support/openGallery.js';
import { pickerOn } from './support/pickerOn.js';

const LIGHT: GalleryEntry = { screen: 'selected', theme: 'light', preset: 'plain', locale: 'en' };

// One document for all of them: each says what it needs of the screen, and the next begins with a plain one.
const it = engineTest
  .extend('gallery', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
    const { origin, sandbox, close } = await serveGallery(browser.shops);
    const { page, context, expectClean } = await browser.open({});
    onCleanup(async () => {
      await expectClean(/status of 422/);
      await context.close();
      await close();
    });
    return { page, origin, sandbox, show: await openGallery(page, origin) };
  })
  .extend('openScreen', async ({ gallery: { page, show } }) => {
    await page.setViewportSize(PHONE_SIZE);
    return async (
      entry: GalleryEntry,
      viewport?: { width: number; height: number },
    ): Promise<[EnginePage, Show]> => {
      if (viewport) await page.setViewportSize(viewport);
      await show(entry);
      return [page, show];
    };
  });
type Show = (entry: GalleryEntry) => Promise<void>;

const SMALL = { width: 320, height: 568 };

it('keeps still where the payer wants it so', async ({ gallery, openPhone }) => {
  const { page: still } = await openPhone({ reducedMotion: 'reduce' });
  const showStill = await openGallery(still, gallery.origin);
  const moving = (page: EnginePage): Promise<number> =>
    page.locator('[part=picker]').evaluate((picker) => picker.getAnimations({ subtree: true }).length);
  for (const screen of ['loading', 'initiating', 'processing']) {
    await gallery.show({ ...LIGHT, screen });
    expect(await moving(gallery.page), screen).toBeGreaterThan(0);
    await showStill({ ...LIGHT, screen });
    expect(await moving(still), screen).toBe(0);
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
    const keys = (['ArrowDown', 'ArrowUp'] as const).flatMap((key): EngineKey[] =>
      Array.from({ length: rows - 1 }, () => key),
    );
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
  // By Tab, for WebKit rings no radio that an arrow has led to: there its row says so.
  await show(LIGHT);
  await page.locator('[part=order] summary').focus();
  await page.keyboard.press('Tab');
  const ring = await page.evaluate(() => {
    const { activeElement } = document.getElementById('payment')!.lastElementChild!.shadowRoot!;
    const { outlineStyle, outlineColor, boxShadow } = getComputedStyle(activeElement!);
    return { outlineStyle, outlineColor, boxShadow };
  });
  expect(ring).toEqual({
    outlineStyle: 'solid',
    outlineColor: 'rgb(21, 24, 30)',
    // WebKit draws no shadow around a radio of its own.
    boxShadow: engine === 'webkit' ? 'none' : 'rgb(255, 255, 255) 0px 0px 0px 6px',
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

it('says each change once, and a choice not at all', async ({ gallery, openScreen }) => {
  const [page] = await openScreen(LIGHT);
  gallery.sandbox.addFault({ match: 'POST /payment', kind: 'status', status: 422 });
  await page.evaluate(listen);
  const said = (): Promise<string[]> =>
    page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  const { method, payButton } = pickerOn(page);
  await method('MobilePay').tap();
  await method('Klarna').tap();
  expect(await said()).toEqual([]);
  await payButton.tap();
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
