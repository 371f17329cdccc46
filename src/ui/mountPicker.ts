import type { PickerView } from '../core/pickerView.js';
import type { Appearance } from '../core/appearance.js';
import { addStyles } from './addStyles.js';
import { applyAppearance } from './applyAppearance.js';
import { draw } from './draw.js';
import { pickerCss } from './picker.css.js';
import { renderPicker, type PickerHandlers } from './renderPicker.js';

export type { PickerHandlers };

/** So many methods are drawn at once, and as many more with each frame: the first can be chosen while a thousand are drawn. */
const ROWS_A_FRAME = 50;

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
  const section = document.createElement('section');
  let shown: PickerView | undefined;
  let rows = ROWS_A_FRAME;
  let frame = 0;

  applyAppearance(host, section, appearance);
  addStyles(root, pickerCss);
  draw(section, renderPicker(handlers));
  // Safari does not focus what is clicked; without focus here a new screen's heading would not be given it.
  section.addEventListener('click', focusClicked, { capture: true });
  root.append(section);
  container.append(host);

  function render(view: PickerView): void {
    const focused = root.activeElement as HTMLElement | null;
    const changed = shown && shown.screen !== view.screen;
    shown = view;
    draw(section, renderPicker(handlers, view, rows));
    cancelAnimationFrame(frame);
    if (rows < (view.methods?.options.length ?? 0)) frame = requestAnimationFrame(drawMore);
    // On first load, and while the payer is elsewhere on the page, focus is left alone.
    if (!focused) return;
    const focus = (selector: string): void => section.querySelector<HTMLElement>(selector)?.focus();
    const replaced = view.notice?.placement === 'screen';
    const heading = replaced ? '[part=notice] h2' : 'header h2';
    const lost = !focused.isConnected || focused.matches('[disabled] *,[hidden],[hidden] *');
    if (replaced && changed) focus(heading);
    else if (lost) focus(view.payButton?.busy ? '[part=pay-button]' : heading);
    else if (root.activeElement !== focused) focused.focus();
  }
  function drawMore(): void {
    rows += ROWS_A_FRAME;
    if (shown) render(shown);
  }
  return {
    host,
    render,
    unmount() {
      cancelAnimationFrame(frame);
      host.remove();
    },
  };
}

function focusClicked({ target }: Event): void {
  (target as Element).closest<HTMLElement>('button,input')?.focus();
}
