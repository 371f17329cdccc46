import type { EnginePage } from './enginePage.js';

/**
 * Gives the pages that are opened from now on a clock that can be moved. Timers keep to the machine's.
 *
 * @param time - What the date is there, milliseconds since 1970.
 * @returns Lets an open page's time go on by so many milliseconds.
 */
export async function installClock(
  page: EnginePage,
  time: number,
): Promise<(milliseconds: number) => Promise<void>> {
  await page.addInitScript(moveClock, time);
  const moveBy = (milliseconds: number): Promise<void> =>
    page.evaluate((by) => (globalThis as unknown as Moved).goOn(by), milliseconds);
  return moveBy;
}

type Moved = { goOn(milliseconds: number): void };

// Run in the page.
function moveClock(start: number): void {
  const now = performance.now.bind(performance);
  let ahead = 0;
  performance.now = () => now() + ahead;
  Date.now = () => start + performance.now();
  globalThis.Date = new Proxy(Date, {
    construct: (real, values: unknown[]): Date =>
      Reflect.construct(real, values.length > 0 ? values : [Date.now()]) as Date,
  });
  Object.assign(globalThis, { goOn: (by: number) => void (ahead += by) });
}
