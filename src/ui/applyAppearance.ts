import type { Appearance } from '../core/appearance.js';

/** Gives what is drawn its theme, its preset and the merchant's own variables. */
export function applyAppearance(host: HTMLElement, section: Element, appearance: Appearance): void {
  const { theme = 'auto', preset = 'plain', variables = {} } = appearance;
  section.className = `${theme} ${preset}`;
  for (const [name, value] of Object.entries(variables)) {
    if (name.startsWith('--altapay-')) host.style.setProperty(name, value);
  }
}
