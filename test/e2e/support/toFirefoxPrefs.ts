import type { DeviceOptions } from './deviceOptions.js';

type Prefs = Readonly<Record<string, number | boolean>>;

/** Both of a mouse's: it points finely, and hovers. */
const MOUSE = 0b110;

/** What Playwright cannot tell a Firefox that runs; it has to begin so. */
export function toFirefoxPrefs({ desk, colorScheme, reducedMotion, forcedColors }: DeviceOptions): Prefs {
  return {
    ...(desk && { 'ui.primaryPointerCapabilities': MOUSE, 'ui.allPointerCapabilities': MOUSE }),
    ...(colorScheme && { 'layout.css.prefers-color-scheme.content-override': 0 }),
    ...(reducedMotion && { 'ui.prefersReducedMotion': 1 }),
    ...(forcedColors && { 'browser.display.document_color_use': 2, 'ui.useAccessibilityTheme': 1 }),
  };
}
