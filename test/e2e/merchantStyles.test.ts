import { expect } from 'vitest';
import { it as engineTest } from './support/engineTest.js';
import { openGallery, serveGallery } from './support/openGallery.js';

const TAGS =
  'html,body,div,section,header,span,h1,h2,p,a,b,bdi,img,svg,ul,li,fieldset,form,label,legend,button,input,details,summary';

/** What merchants' pages have in their style sheets, each at its worst. */
const HOSTILE: Readonly<Record<string, string>> = {
  'all: unset': '* { all: unset }',
  'all: revert, by force': '*, ::before, ::after { all: revert !important }',
  'a framework': `*, ::before, ::after { box-sizing: border-box }
    body { margin: 0; font: 400 1rem/1.5 serif; color: #212529; -webkit-text-size-adjust: 100% }
    h1, h2 { margin: 0 0 .5rem; font-weight: 500; line-height: 1.2; font-size: calc(1.325rem + .9vw) }
    p, ul { margin: 0 0 1rem } ul { padding-left: 2rem } a { color: #0d6efd; text-decoration: underline }
    img, svg { vertical-align: middle } label { display: inline-block; margin-bottom: .5rem }
    fieldset { min-width: 0; margin: 0; padding: 0; border: 0 } legend { float: left; width: 100%; font-size: 1.5rem }
    button { border-radius: 0; text-transform: none } button, input { margin: 0; font-family: inherit; line-height: inherit }
    summary { display: list-item; cursor: pointer } .list, .screen, .frame, .logo, .muted { display: none }`,
  'a preflight': `*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }
    html { line-height: 1.5; tab-size: 4; font-family: monospace } h1, h2 { font-size: inherit; font-weight: inherit }
    ul { list-style: none } img, svg { display: block; vertical-align: middle; max-width: 100%; height: auto }
    button, input { font: inherit; letter-spacing: inherit; color: inherit; background: transparent; border-radius: 0; opacity: 1 }
    a { color: inherit; text-decoration: inherit } summary { display: list-item } [hidden] { display: block !important }`,
  'a classic reset': `${TAGS} { margin: 0; padding: 0; border: 0; font-size: 100%; font: inherit; vertical-align: baseline; outline: 0 }
    body { line-height: 1 } ul { list-style: none }`,
  'hidden labels': 'label, legend, summary, .muted { display: none !important }',
  'bare inputs':
    'input { appearance: none !important; opacity: 0 !important; position: absolute !important; left: -999px }',
  'hidden blocks': 'div, section, fieldset, p, button { display: none }',
  'what is inherited': `html { color: red; font: italic 900 50px/3 cursive; letter-spacing: 1em; word-spacing: 2em; text-transform: uppercase;
    text-align: right; text-indent: 4em; white-space: pre; visibility: visible; cursor: none; word-break: break-all; direction: rtl; list-style: square;
    text-shadow: 1px 1px red; quotes: none; font-variant: small-caps; -webkit-text-fill-color: red; hyphens: manual }
    html { font-size: 16px }`,
  'a small base font': 'html { font-size: 62.5% }',
};

// One page for all of them.
const it = engineTest.extend('picker', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
  const { origin, close } = await serveGallery(browser.shops);
  const { page, context, expectClean } = await browser.open({});
  onCleanup(async () => {
    await expectClean();
    await context.close();
    await close();
  });
  // High enough that nothing is pushed out of it: the pay button sticks to its edge.
  await page.setViewportSize({ width: 390, height: 3_000 });
  const show = await openGallery(page, origin);
  await show({ screen: 'selected', theme: 'light', preset: 'plain', locale: 'en' });
  await page.locator('.foot .muted').waitFor();
  return page;
});

/** Puts a style sheet of the merchant's on the page. How wide the container is stays out of it: that is the merchant's to say. */
function style(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `${css} body { margin: 0 !important } #payment { display: block !important; width: 390px !important }`,
  );
  document.adoptedStyleSheets = [sheet];
}

/** Every element of the picker: where it is in it, and how it looks. */
function describePicker(): string[] {
  const host = document.getElementById('payment')!.lastElementChild!;
  const { left, top } = host.getBoundingClientRect();
  return [...host.shadowRoot!.querySelectorAll('*')]
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const box = element.getBoundingClientRect();
      const computed = getComputedStyle(element);
      const looks =
        'display visibility opacity position color backgroundColor font letterSpacing wordSpacing textTransform textAlign textIndent'
          .concat(
            ' whiteSpace wordBreak direction textShadow cursor appearance border padding margin listStyleType outline fontVariant',
          )
          .split(' ')
          .map((name) => Reflect.get(computed, name) as string);
      const place = [box.left - left, box.top - top, box.width, box.height].map((length) =>
        Math.round(length),
      );
      return `${element.tagName} ${element.textContent.slice(0, 20)}: ${place.join(' ')} ${looks.join('; ')}`;
    });
}

it('looks the same under every style sheet that a merchant may have', async ({ picker: page }) => {
  await page.evaluate(style, '');
  const own = await page.evaluate(describePicker);
  expect(own.length).toBeGreaterThan(60);
  for (const [name, css] of Object.entries(HOSTILE)) {
    await page.evaluate(style, css);
    expect(await page.evaluate(describePicker), name).toEqual(own);
  }
});

it('grows with a huge base font, and stays whole', async ({ picker: page }) => {
  await page.evaluate(style, 'html { font-size: 40px }');
  const { size, tooWide, button } = await page.evaluate(() => {
    const section = document
      .getElementById('payment')!
      .lastElementChild!.shadowRoot!.querySelector('section')!;
    const { width } = section.querySelector('[part=pay-button]')!.getBoundingClientRect();
    return {
      size: getComputedStyle(section).fontSize,
      tooWide: section.scrollWidth - section.clientWidth,
      button: width,
    };
  });
  expect(size).toBe('40px');
  expect(tooWide).toBeLessThanOrEqual(0);
  expect(button).toBeGreaterThan(300);
});

it('would be found out if a style reached it', async ({ picker: page }) => {
  await page.evaluate(style, '');
  const own = await page.evaluate(describePicker);
  await page.evaluate(style, '#payment { --altapay-color-text: red }');
  expect(await page.evaluate(describePicker)).not.toEqual(own);
});

it('leaves the page’s own elements as they were', async ({ picker: page }) => {
  await page.evaluate(style, '');
  const { before, after, sheets } = await page.evaluate((tags: string) => {
    const describeOwn = (): string[] =>
      [...document.querySelectorAll('#own *, html, body, header')].map(
        (element) =>
          `${element.tagName} ${JSON.stringify([...getComputedStyle(element)].map((name) => getComputedStyle(element).getPropertyValue(name)))}`,
      );
    const own = document.createElement('div');
    own.id = 'own';
    own.style.cssText = 'position:fixed;inset:0';
    for (const tag of tags.split(',').slice(2))
      own.append(Object.assign(document.createElement(tag), { className: 'list screen foot' }));
    document.body.append(own);
    const payment = document.getElementById('payment')!;
    const host = payment.lastElementChild!;
    const withPicker = describeOwn();
    host.remove();
    const without = describeOwn();
    return {
      before: without,
      after: withPicker,
      // WebKit has those that are adopted in both.
      sheets: new Set([...document.styleSheets, ...document.adoptedStyleSheets]).size,
    };
  }, TAGS);
  const withoutSizes = (list: string[]): string[] => list.filter((text) => !/^(?:HTML|BODY) /.test(text));
  expect(withoutSizes(after)).toEqual(withoutSizes(before));
  // The page's own one, and this test's.
  expect(sheets).toBe(2);
});
