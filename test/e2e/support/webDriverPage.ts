import type { Page } from 'playwright-core';
import { inFrame, type DriverTab } from './driverTab.js';
import type { EngineContext, EnginePage } from './enginePage.js';
import { webDriverInput } from './webDriverInput.js';
import { webDriverLocator } from './webDriverLocator.js';
import { atMost } from './within.js';

/** How long a page is waited for, milliseconds: what a test looks for then has its own patience. */
const LONGEST_LOAD = 15_000;

/**
 * A page through a WebDriver, with what `EnginePage` asks for.
 *
 * @param tab - Where it is shown.
 * @param context - The browser that it belongs to.
 * @param addInitScript - Has a script run before any other, on each page that is loaded from then on.
 */
export function webDriverPage(
  tab: DriverTab,
  context: EngineContext,
  addInitScript: (source: string) => void,
): EnginePage {
  const { locator, getByRole, getByText, getByLabel, getByAltText } = webDriverLocator(tab);
  return {
    locator,
    getByRole,
    getByText,
    getByLabel,
    getByAltText,
    ...webDriverInput(tab),
    frameLocator: (css) => webDriverLocator(inFrame(tab, css)),
    context: () => context,
    // Playwright's types: an answer of the server's, which WebDriver does not tell.
    async goto(url) {
      await tab.act(() => atMost(LONGEST_LOAD, tab.driver.get(url)));
      return null;
    },
    async reload() {
      await tab.act(() => atMost(LONGEST_LOAD, tab.driver.navigate().refresh()));
      return null;
    },
    pressBack: () => tab.act(() => atMost(LONGEST_LOAD, tab.driver.navigate().back())),
    async setViewportSize(size) {
      await tab.act(() =>
        tab.driver
          .manage()
          .window()
          .setRect({ x: 0, y: 0, ...size }),
      );
    },
    evaluate: ((script: unknown, argument?: unknown) => tab.run(script, argument)) as Page['evaluate'],
    addInitScript: (async (script: unknown, argument?: unknown) => {
      addInitScript(`(${String(script)})(${JSON.stringify(argument)});`);
    }) as unknown as Page['addInitScript'],
  };
}
