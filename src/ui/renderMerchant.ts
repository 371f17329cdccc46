import type { PickerView } from '../core/pickerView.js';
import { createElement } from './createElement.js';
import { createLogo } from './createLogo.js';
import { setText } from './setText.js';

/** Who is paid, and the picker's own heading. */
export function renderMerchant() {
  const logo = createLogo();
  const payTo = createElement('span', { class: 'muted' });
  const name = createElement('bdi');
  const heading = createElement('h2', { tabindex: '-1' }, payTo, ' ', name);
  const element = createElement('header', { part: 'merchant' }, logo.element, heading);

  function update({ payTo: label, merchant, loading, notice }: PickerView): void {
    element.toggleAttribute('hidden', !merchant && !loading && notice?.placement === 'screen');
    logo.element.toggleAttribute('hidden', !merchant?.logoUrl);
    logo.update(merchant?.logoUrl);
    setText(payTo, label);
    setText(name, merchant?.name);
  }
  return { element, heading, update };
}
