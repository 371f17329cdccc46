import type { Locator, Page } from 'playwright-core';

/**
 * What the tests that run in every engine need of an element. Playwright's `Locator` is one as it stands; `webDriverLocator`
 * makes one for a browser that Playwright does not drive.
 */
export type EngineLocator = Pick<
  Locator,
  | 'click'
  | 'count'
  | 'dblclick'
  | 'evaluate'
  | 'getAttribute'
  | 'innerText'
  | 'allInnerTexts'
  | 'allTextContents'
> &
  Pick<Locator, 'boundingBox' | 'focus' | 'isChecked' | 'isVisible' | 'tap'> &
  Pick<Locator, 'inputValue' | 'textContent'> &
  Finding & {
    first(): EngineLocator;
    nth(index: number): EngineLocator;
    press(key: EngineKey): Promise<void>;
    /** Chooses an option, by its text or its value. */
    selectOption(option: string): Promise<unknown>;
    filter(options: { hasText: string }): EngineLocator;
    /** @returns A PNG. A page whose policy refuses styles has then to be allowed `screenshotStyle`. */
    screenshot(): Promise<Buffer>;
    waitFor(options?: { state: 'visible' | 'hidden' | 'detached' }): Promise<void>;
  };

/** The ways to find an element. */
export type Finding = {
  /** @param options - `has`: one of the page's own locators; the type says whose they are where Playwright makes them. */
  locator(css: string, options?: { has: Locator }): EngineLocator;
  getByRole(role: EngineRole, options?: { name?: string | RegExp; exact?: boolean }): EngineLocator;
  getByText(text: string, options?: { exact: boolean }): EngineLocator;
  /** @param text - Of the label of a field. */
  getByLabel(text: string): EngineLocator;
  getByAltText(text: string): EngineLocator;
};

export type EngineRole = 'alert' | 'button' | 'dialog' | 'heading' | 'img' | 'link' | 'radio' | 'status';
export type EngineKey = 'ArrowDown' | 'ArrowUp' | 'Enter' | 'Space' | 'Tab' | 'r';

/** What is pressed without naming an element. */
export type EngineInput = {
  readonly keyboard: Record<'down' | 'up' | 'press', (key: EngineKey) => Promise<void>>;
  readonly mouse: Pick<Page['mouse'], 'move'> & Record<'down' | 'up', () => Promise<void>>;
};

/** What they need of a page. Its address is `evaluate(() => location.href)`: not every driver hears of each change. */
export type EnginePage = Pick<Page, 'addInitScript' | 'evaluate' | 'goto' | 'reload' | 'setViewportSize'> &
  Finding &
  EngineInput & {
    /** What stands in a frame, which the page itself holds. */
    frameLocator(css: string): Finding;
    context(): EngineContext;
    /** Presses Back, where the driver does so without losing a page that was kept: Playwright waits for its load for ever. */
    pressBack?(): Promise<void>;
  };

export type EngineContext = {
  newPage(): Promise<EnginePage>;
  setOffline(offline: boolean): Promise<void>;
  /** Lets through what `blocks` has kept back. */
  unrouteAll(): Promise<void>;
  close(): Promise<void>;
};

/** A phone whose pages remember what went wrong on them: a `PhonePage` is one as it stands. */
export type EnginePhone = {
  readonly page: EnginePage;
  readonly context: EngineContext;
  readonly problems: readonly string[];
  expectClean(...allowed: RegExp[]): Promise<void>;
};
