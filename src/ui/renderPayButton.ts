import type { PayButtonView } from '../core/pickerView.js';
import { createElement } from './createElement.js';
import { setAttribute } from './setAttribute.js';
import { setText } from './setText.js';

/** The pay button. It stays focusable while it takes no press (`aria-disabled`), so that focus is never lost. */
export function renderPayButton(onPay: () => void) {
  const spinner = createElement('span', { class: 'spinner', 'aria-hidden': 'true' });
  const label = createElement('span');
  const element = createElement('button', { type: 'button', part: 'pay-button' }, spinner, label);
  let ready = false;

  function press(): void {
    if (ready) onPay();
  }
  element.addEventListener('click', press);

  function update(view: PayButtonView | undefined): void {
    ready = !!view && !view.disabled && !view.busy;
    setAttribute(element, 'hidden', !view);
    setAttribute(element, 'aria-disabled', String(!ready));
    setAttribute(element, 'class', view?.busy ? 'busy' : 'idle');
    setAttribute(spinner, 'hidden', !view?.busy);
    setText(label, view?.label);
  }
  return { element, press, update };
}
