import { Key } from 'selenium-webdriver';
import type { EngineKey } from './enginePage.js';

/** What a WebDriver calls the keys. */
export const driverKeys: Record<EngineKey, string> = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowUp: Key.ARROW_UP,
  Enter: Key.ENTER,
  Space: Key.SPACE,
  Tab: Key.TAB,
  r: 'r',
};
