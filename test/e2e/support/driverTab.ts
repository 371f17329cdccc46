import { By, type WebDriver } from 'selenium-webdriver';
import { within } from './within.js';

/** A tab of a driven browser. A driver has one tab in hand at a time: each call takes its own first. */
export type DriverTab = {
  readonly driver: WebDriver;
  /**
   * Runs a function in the page, by its text, and waits for its promise.
   *
   * @param script - The function. Where it takes an element, a `WebElement` stands for it here, and comes back for one.
   */
  run<R>(script: unknown, ...args: unknown[]): Promise<R>;
  /** Runs a function that changes nothing, and is over at once. @throws {LostAnswer} When it was not: it may be run again. */
  look<R>(script: unknown, ...args: unknown[]): Promise<R>;
  /** Does something by the driver itself. @throws {LostAnswer} When it does not answer. */
  act<R>(what: () => Promise<R>): Promise<R>;
};

/** How long an answer may take, milliseconds: a script that runs, and a look. The driver itself ends a script after 30 s. */
const LONGEST = 40_000;
const LONGEST_LOOK = 5_000;

/** Lets the calls of all tabs of one driver follow one another. */
export function createTabs(driver: WebDriver): (handle: string) => DriverTab {
  let last: Promise<unknown> = Promise.resolve();
  let current: string | undefined;
  return (handle) => {
    const act: DriverTab['act'] = (what) => {
      const turn = last.then(async () => {
        if (current !== handle) await driver.switchTo().window(handle);
        current = handle;
        return within(LONGEST, what());
      });
      last = turn.catch(() => undefined);
      return turn;
    };
    return toTab(driver, act);
  };
}

/** What a frame on a tab shows, as if it were a tab: each call goes in and comes back. */
export function inFrame({ driver, act }: DriverTab, css: string): DriverTab {
  return toTab(driver, (what) =>
    act(async () => {
      await driver.switchTo().frame(await driver.findElement(By.css(css)));
      return what().finally(() => driver.switchTo().defaultContent());
    }),
  );
}

function toTab(driver: WebDriver, act: DriverTab['act']): DriverTab {
  const execute = <R>(script: unknown, args: unknown[]): Promise<R[]> =>
    driver.executeScript<R[]>(toSource(script), ...args);
  return {
    driver,
    act,
    run: async <R>(script: unknown, ...args: unknown[]) =>
      (await act(() => execute<R>(script, args)))[0] as R,
    look: async <R>(script: unknown, ...args: unknown[]) =>
      (await act(() => within(LONGEST_LOOK, execute<R>(script, args))))[0] as R,
  };
}

// In a list, for WebDriver makes null of undefined.
const toSource = (script: unknown): string =>
  typeof script === 'string'
    ? `return Promise.resolve(${script}).then((value) => value === undefined ? [] : [value])`
    : `return Promise.resolve((${String(script)})(...arguments)).then((value) => value === undefined ? [] : [value])`;
