import type { PickerAction, PickerView } from '../core/pickerView.js';
import { element, type Description } from './draw.js';
import { renderAnnouncement } from './renderAnnouncement.js';
import { renderMerchant } from './renderMerchant.js';
import { renderMethods } from './renderMethods.js';
import { renderNotice } from './renderNotice.js';
import { renderOrder } from './renderOrder.js';
import { text } from './text.js';

/** What the payer does, told to whoever decides. */
export type PickerHandlers = {
  readonly onSelect: (methodId: string) => void;
  readonly onPay: () => void;
  readonly onAction: (action: PickerAction) => void;
};

/**
 * Describes the whole picker.
 *
 * @param view - What to show; without one the live regions stand alone, for they must be there before their text is.
 * @param rows - How many methods to show at most.
 */
export function renderPicker(
  { onSelect, onPay, onAction }: PickerHandlers,
  view?: PickerView,
  rows = Infinity,
): Description {
  const { announcement } = view ?? {};
  // Live regions stand outside of what is busy: there, changes are not announced (WAI-ARIA 1.2, aria-busy).
  const regions = renderAnnouncement(announcement);
  if (!view) return element('section', { part: 'picker' }, ...regions);

  const { lang, dir, label, loading, order, methods, payButton, notice, timeLeft, further = [] } = view;
  const payable = payButton && !payButton.disabled && !payButton.busy;
  const pay = (): void => {
    if (payable) onPay();
  };
  const foot = element(
    'div',
    { class: payButton && 'foot' },
    renderNotice(view, onAction),
    // It stays focusable while it takes no press, so that focus is never lost.
    text(
      'button',
      {
        type: 'button',
        part: 'pay-button',
        class: payButton?.busy && 'busy',
        'aria-disabled': String(!payable),
        onclick: pay,
      },
      payButton?.label,
    ),
    text('p', { class: 'muted' }, timeLeft),
  );
  const choice = renderMethods(
    notice?.placement === 'screen' || !methods ? {} : methods,
    rows,
    onSelect,
    pay,
  );
  const busy = (known: unknown): string => String(loading && !known);
  return element(
    'section',
    { part: 'picker', 'aria-label': label, dir, lang },
    ...regions,
    element(
      'div',
      // Once more: what the section resets takes the language's letters and breaks from what is in it.
      { class: 'frame', lang, dir },
      element('div', { class: 'summary', 'aria-busy': busy(order) }, renderMerchant(view), renderOrder(view)),
      element('div', { class: 'choice', 'aria-busy': busy(methods) }, choice, foot),
      ...further,
    ),
  );
}
