import { Origin, type Actions } from 'selenium-webdriver';
import { driverKeys } from './driverKeys.js';
import type { DriverTab } from './driverTab.js';
import type { EngineInput, EngineKey } from './enginePage.js';
import { isPageGone } from './isPageGone.js';

/** A keyboard and a mouse through a WebDriver. What is down stays down until it is let go. */
export function webDriverInput(tab: DriverTab): EngineInput {
  const perform = (what: (actions: Actions) => Actions): Promise<void> =>
    tab
      .act(() => what(tab.driver.actions()).perform())
      .catch((reason: unknown) => {
        // The press has taken the page away. Had it not, what the test waits for next would not come.
        if (!isPageGone(reason)) throw reason;
      });
  const held = new Set<EngineKey>();
  return {
    keyboard: {
      down(key) {
        // WebKit's driver repeats no key that is held: it is let go for each time, which asks more of a page.
        const again = held.has(key);
        held.add(key);
        return perform((actions) =>
          (again ? actions.keyUp(driverKeys[key]) : actions).keyDown(driverKeys[key]),
        );
      },
      up(key) {
        held.delete(key);
        return perform((actions) => actions.keyUp(driverKeys[key]));
      },
      press: (key) => perform((actions) => actions.keyDown(driverKeys[key]).keyUp(driverKeys[key])),
    },
    mouse: {
      move: (x, y) =>
        perform((actions) =>
          actions.move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 }),
        ),
      down: () => perform((actions) => actions.press()),
      up: () => perform((actions) => actions.release()),
    },
  };
}
