import type { PickerView } from '../core/pickerView.js';
import { addStyles } from './addStyles.js';
import type { Appearance } from './appearance.js';
import { pickerCss } from './picker.css.js';
import { renderPicker, type PickerHandlers } from './renderPicker.js';

export type { PickerHandlers };

export type Picker = {
  /** The element put into the container. */
  readonly host: HTMLElement;
  /** Draws a view over the one before; what did not change is not touched. */
  render(view: PickerView): void;
  /** Takes everything away again. A second call does nothing. */
  unmount(): void;
};

/**
 * Puts an empty picker into a container, in an open shadow root that the page's styles do not reach. It draws views and
 * reports what the payer does; it decides nothing.
 *
 * @param container - Where the picker goes, after what already stands there.
 * @param handlers - Called synchronously in the payer's own click or key press.
 * @param appearance - Theme, preset and custom properties. Default: `auto`, `plain`, none.
 * @returns The picker, to be given its first view.
 * @example
 * ```ts
 * const picker = mountPicker(container, { onSelect, onPay, onAction }, { preset: 'rounded' });
 * picker.render(view);
 * ```
 */
export function mountPicker(
  container: Element,
  handlers: PickerHandlers,
  appearance: Appearance = {},
): Picker {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const picker = renderPicker(handlers);
  const listening = new AbortController();
  let before: PickerView | undefined;
  let touched = false;

  const touch = () => (touched = true);
  root.addEventListener('click', touch, { signal: listening.signal });
  root.addEventListener('keydown', touch, { signal: listening.signal });
  applyAppearance(host, picker.element, appearance);
  addStyles(root, pickerCss);
  root.append(picker.element);
  container.append(host);

  function render(view: PickerView): void {
    const focused = root.activeElement;
    const payerIsHere = !!focused || (touched && document.activeElement === document.body);
    picker.update(view);
    const { notice, screen } = view;
    const replaces = notice?.placement === 'screen';
    const isNew = !!before && (before.screen !== screen || before.notice?.placement !== notice?.placement);
    before = view;
    if (replaces && isNew && payerIsHere) return picker.noticeHeading.focus();
    if (!focused) return;
    if (!canHoldFocus(focused)) {
      // The radios are disabled while a payment starts; the button beside them says so.
      const locked = focused.matches(':disabled') && canHoldFocus(picker.payButton);
      (locked ? picker.payButton : replaces ? picker.noticeHeading : picker.title).focus();
    } else if (root.activeElement !== focused) (focused as HTMLElement).focus();
  }

  function unmount(): void {
    listening.abort();
    host.remove();
  }
  return { host, render, unmount };
}

function applyAppearance(host: HTMLElement, section: HTMLElement, appearance: Appearance): void {
  const { theme = 'auto', preset = 'plain', variables = {} } = appearance;
  section.dataset['theme'] = theme;
  section.dataset['preset'] = preset;
  for (const [name, value] of Object.entries(variables)) {
    if (name.startsWith('--altapay-')) host.style.setProperty(name, value);
  }
}

function canHoldFocus(element: Element): boolean {
  return element.isConnected && !element.closest('[hidden]') && !element.matches(':disabled');
}
