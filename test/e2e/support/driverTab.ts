import { By, type WebDriver } from 'selenium-webdriver';

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
  /** Does something by the driver itself. */
  act<R>(what: () => Promise<R>): Promise<R>;
};

/** WebKit's driver answers never what it was asked of a page that was about to go. */
export class LostAnswer extends Error {}

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
        return what();
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
  const runWithin = async <R>(longest: number, script: unknown, args: unknown[]): Promise<R> => {
    const results = await act(() => within(longest, driver.executeScript<R[]>(toSource(script), ...args)));
    return results[0] as R;
  };
  return {
    driver,
    act,
    run: (script, ...args) => runWithin(LONGEST, script, args),
    look: (script, ...args) => runWithin(LONGEST_LOOK, script, args),
  };
}

async function within<R>(longest: number, answer: Promise<R>): Promise<R> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LostAnswer(`No answer within ${longest} ms`)), longest);
  });
  return Promise.race([answer, lost]).finally(() => clearTimeout(timer));
}

// In a list, for WebDriver makes null of undefined.
const toSource = (script: unknown): string =>
  typeof script === 'string'
    ? `return Promise.resolve(${script}).then((value) => value === undefined ? [] : [value])`
    : `return Promise.resolve((${String(script)})(...arguments)).then((value) => value === undefined ? [] : [value])`;
