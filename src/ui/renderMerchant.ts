import type { PickerView } from '../core/pickerView.js';
import { element, type Description } from './draw.js';
import { renderLogo } from './renderLogo.js';
import { text } from './text.js';

/** Who is paid, and the picker's own heading. */
export function renderMerchant({ payTo, merchant, loading, notice }: PickerView): Description {
  return element(
    'header',
    { part: 'merchant', hidden: !merchant && !loading && notice?.placement === 'screen' },
    renderLogo(merchant?.logoUrl, !merchant?.logoUrl),
    element(
      'h2',
      { tabindex: '-1' },
      text('span', { class: 'muted' }, payTo),
      ' ',
      text('bdi', {}, merchant?.name),
    ),
  );
}
