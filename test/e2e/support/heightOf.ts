import type { EngineLocator } from './enginePage.js';

/** How high an element is drawn, CSS pixels. */
export const heightOf = (element: EngineLocator): Promise<number> =>
  element.evaluate((drawn) => drawn.getBoundingClientRect().height);
