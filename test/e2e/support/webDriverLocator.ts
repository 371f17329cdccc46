import type { Locator } from 'playwright-core';
import { error, type WebElement } from 'selenium-webdriver';
import { cut } from './cut.js';
import { driverKeys } from './driverKeys.js';
import type { DriverTab } from './driverTab.js';
import type { EngineLocator, EngineRole } from './enginePage.js';
import { findElements, type Step } from './findElements.js';
import { isPageGone } from './isPageGone.js';
import { atMost, LostAnswer } from './within.js';

/** How long an element is waited for, milliseconds: as long as Playwright waits. */
const PATIENCE = 30_000;
const PAUSE = 30;

/** A field is what has a label: by its name it is found as a role is. */
type NamedRole = EngineRole | 'field';
type NamedStep = { readonly role: NamedRole; readonly name?: string | RegExp; readonly exact?: boolean };
type LocatorStep = Step | NamedStep;

const CSS_OF_ROLE: Record<NamedRole, string> = {
  button: 'button, [role=button], input[type=submit]',
  dialog: 'dialog, [role=dialog]',
  field: 'input, select, textarea',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  img: 'img, [role=img]',
  link: 'a[href], [role=link]',
  radio: 'input[type=radio], [role=radio]',
  alert: '[role=alert]',
  status: 'output, [role=status]',
};

/**
 * Finds elements through a WebDriver as Playwright's `Locator` does: anew for each call, through open shadow roots, and with
 * patience. Roles count as the browser's own accessibility tree names them.
 *
 * @param tab - Where to look.
 * @param steps - How to get there from the document.
 */
export function webDriverLocator(tab: DriverTab, steps: readonly LocatorStep[] = []): EngineLocator {
  const then = (step: LocatorStep): EngineLocator => webDriverLocator(tab, [...steps, step]);
  const all = (): Promise<WebElement[]> => resolve(tab, steps);
  const read = <R>(script: Read<R>, argument?: unknown): Promise<R> =>
    untilDone(describe(steps), async () => tab.run<R>(script, only(await all(), steps), argument));
  const readAll = async (script: Read<string>): Promise<string[]> => {
    const texts: string[] = [];
    for (const element of await all()) texts.push(await tab.look<string>(script, element));
    return texts;
  };
  const press = (what: (element: WebElement) => Promise<void>): Promise<void> =>
    untilDone(describe(steps), async () => {
      const element = only(await all(), steps);
      if (!(await tab.look<boolean>(isPressable, element))) throw new NotYet('not to be pressed yet');
      await tab
        .act(() => atMost(PATIENCE / 2, what(element)))
        .catch(async (reason: unknown) => {
          // Something stands over it, as the pay button does at the edge of the screen: scrolled on, as a payer would.
          if (reason instanceof error.ElementClickInterceptedError) await tab.run(showInMiddle, element);
          // The press has taken the page away. Had it not, what the test waits for next would not come.
          if (!isPageGone(reason)) throw reason;
        });
    });

  const locator: EngineLocator & { readonly steps: readonly LocatorStep[] } = {
    steps,
    locator: (css, options) => then({ css, ...(options && { has: stepsOf(options.has) }) }),
    getByRole: (role, options) => then({ role, ...options }),
    getByText: (text, { exact } = { exact: false }) => then({ text, exact }),
    getByLabel: (name) => then({ role: 'field', name }),
    getByAltText: (text) => then({ css: `[alt*="${text}" i]` }),
    filter: ({ hasText }) => then({ hasText }),
    first: () => then({ at: 0 }),
    nth: (at) => then({ at }),
    async count() {
      return (await all()).length;
    },
    async isVisible() {
      const [element] = await all();
      return element ? tab.look<boolean>(isShown, element) : false;
    },
    waitFor: ({ state } = { state: 'visible' }) =>
      untilDone(`${describe(steps)} to be ${state}`, async () => {
        const elements = await all();
        const shown = elements[0] !== undefined && (await tab.look<boolean>(isShown, elements[0]));
        const isSo = state === 'visible' ? shown : elements.length === 0 || (state === 'hidden' && !shown);
        if (!isSo) throw new NotYet(`${elements.length} found`);
      }),
    click: () => press((element) => element.click()),
    tap: () => press((element) => element.click()),
    press: (key) => press((element) => element.sendKeys(driverKeys[key])),
    dblclick: () => press((element) => tab.driver.actions().doubleClick(element).perform()),
    // Told to the page as a payer's choice is.
    selectOption: (wanted) =>
      read((element, option) => {
        const select = element as HTMLSelectElement;
        const chosen = Array.from(select.options).find(
          ({ value, label }) => value === option || label === option,
        );
        if (!chosen) throw new Error(`No option is ${String(option)}`);
        chosen.selected = true;
        for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
      }, wanted),
    inputValue: () => read((element) => (element as HTMLInputElement).value),
    screenshot: async () => {
      await locator.waitFor();
      await read(showInMiddle);
      await read(showDrawn);
      // WebKit's own picture of an element is of a place beside it.
      const page = await tab.act(() => tab.driver.takeScreenshot());
      return cut(Buffer.from(page, 'base64'), (await locator.boundingBox())!);
    },
    textContent: () => read((element) => element.textContent),
    focus: () => read((element) => (element as HTMLElement).focus()),
    boundingBox: () =>
      read((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      }),
    isChecked: () => read((element) => (element as HTMLInputElement).checked),
    innerText: () => read((element) => (element as HTMLElement).innerText),
    getAttribute: (name) => read((element, wanted) => element.getAttribute(wanted as string), name),
    // The types are Playwright's: they say what an element becomes, and this is one.
    evaluate: ((script: Read<unknown>, argument?: unknown) => read(script, argument)) as Locator['evaluate'],
    allInnerTexts: () => readAll((element) => (element as HTMLElement).innerText),
    allTextContents: () => readAll((element) => element.textContent),
  };
  return locator;
}

type Read<R> = (element: Element, argument: unknown) => R;

/** Not as wanted, or not yet: asked again until the patience ends. */
class NotYet extends Error {}

const stepsOf = (locator: unknown): Step[] => [...(locator as { steps: readonly Step[] }).steps];

async function resolve(tab: DriverTab, steps: readonly LocatorStep[]): Promise<WebElement[]> {
  let here: WebElement[] = [];
  for (const step of steps) {
    const wanted: Step = 'role' in step ? { css: CSS_OF_ROLE[step.role], shown: true } : step;
    here = await tab.look<WebElement[]>(findElements, wanted, ...here);
    if ('role' in step && step.name !== undefined) here = await keepNamed(tab, here, step);
    if (here.length === 0) break;
  }
  return here;
}

async function keepNamed(tab: DriverTab, elements: WebElement[], step: NamedStep): Promise<WebElement[]> {
  const kept: WebElement[] = [];
  for (const element of elements) {
    const name = await tab.act(() => element.getAccessibleName());
    if (isNamed(plain(name), step)) kept.push(element);
  }
  return kept;
}

function isNamed(name: string, { name: wanted, exact }: NamedStep): boolean {
  if (wanted instanceof RegExp) return wanted.test(name);
  if (wanted === undefined) return true;
  return exact ? name === plain(wanted) : name.toLowerCase().includes(plain(wanted).toLowerCase());
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

function only(elements: readonly WebElement[], steps: readonly LocatorStep[]): WebElement {
  const [element, another] = elements;
  if (!element) throw new NotYet('none found');
  if (another) throw new Error(`${elements.length} elements are ${describe(steps)}`);
  return element;
}

/** Does it again while the page is on its way there: an element that is new, gone, or under another. */
async function untilDone<R>(what: string, attempt: () => Promise<R>): Promise<R> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await attempt();
    } catch (reason) {
      if (!isPageGone(reason) && !PASSING.some((type) => reason instanceof type)) throw reason;
      if (performance.now() > end)
        throw new Error(`Waited for ${what}: ${String(reason)}`, { cause: reason });
      await new Promise((again) => setTimeout(again, PAUSE));
    }
  }
}

const PASSING = [
  NotYet,
  LostAnswer,
  error.StaleElementReferenceError,
  error.NoSuchElementError,
  error.ElementClickInterceptedError,
  error.ElementNotInteractableError,
];

const describe = (steps: readonly LocatorStep[]): string =>
  JSON.stringify(steps, (_, value: unknown) => (value instanceof RegExp ? String(value) : value));

// Run in the page.
function showInMiddle(element: Element): void {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
}

/** Waits until it is drawn where it was brought into view: a picture is of what has been. */
async function showDrawn(element: Element): Promise<void> {
  if (element instanceof HTMLImageElement) await element.decode();
  // What a frame shows is drawn after it has been announced.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}

function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
}

function isPressable(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  const isShown = width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
  return isShown && !element.matches(':disabled') && !element.closest('[aria-disabled=true]');
}
