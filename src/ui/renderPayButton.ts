import type { PayButtonView } from '../core/pickerView.js';
import { createElement } from './createElement.js';
import { setAttribute } from './setAttribute.js';
import { setText } from './setText.js';

/** The pay button. It stays focusable while it takes no press (`aria-disabled`), so that focus is never lost. */
export function renderPayButton(onPay: () => void) {
  const element = createElement('button', { type: 'button', part: 'pay-button' });
  let ready = false;

  function press(): void {
    if (ready) onPay();
  }
  element.onclick = press;

  function update(view: PayButtonView | undefined): void {
    ready = !!view && !view.disabled && !view.busy;
    setAttribute(element, 'aria-disabled', !ready);
    setAttribute(element, 'class', view?.busy ? 'busy' : '');
    setText(element, view?.label);
  }
  return { element, press, update };
}
