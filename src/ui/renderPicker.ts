import type { PickerAction, PickerView } from '../core/pickerView.js';
import { createElement } from './createElement.js';
import { renderMerchant } from './renderMerchant.js';
import { renderMethods } from './renderMethods.js';
import { renderNotice } from './renderNotice.js';
import { renderOrder } from './renderOrder.js';
import { renderPayButton } from './renderPayButton.js';
import { setAttribute } from './setAttribute.js';
import { setText } from './setText.js';

/** What the payer does, told to whoever decides. */
export type PickerHandlers = {
  readonly onSelect: (methodId: string) => void;
  readonly onPay: () => void;
  readonly onAction: (action: PickerAction) => void;
};

/** Builds the whole picker once; `update` brings it up to date from then on. */
export function renderPicker({ onSelect, onPay, onAction }: PickerHandlers) {
  const merchant = renderMerchant();
  const order = renderOrder();
  const payButton = renderPayButton(onPay);
  const methods = renderMethods(onSelect, payButton.press);
  const notice = renderNotice(onAction);
  const timeLeft = createElement('p', { class: 'muted' });
  // Live regions stand outside of what is busy: there, changes are not announced (WAI-ARIA 1.2, aria-busy).
  const polite = createElement('p', { role: 'status' });
  const assertive = createElement('p', { role: 'alert' });
  const foot = createElement('div', {}, notice.element, payButton.element, timeLeft);
  const summary = createElement('div', { class: 'summary' }, merchant.element, order.element);
  const choice = createElement('div', { class: 'choice' }, methods.element, foot);
  const frame = createElement('div', { class: 'frame' }, summary, choice);
  const element = createElement('section', { part: 'picker' }, polite, assertive, frame);
  // Safari does not focus what is clicked; without focus here a new screen's heading would not be given it.
  element.addEventListener('click', focusClicked, { capture: true });

  function update(view: PickerView): void {
    const { announcement, loading } = view;
    const replaced = view.notice?.placement === 'screen';
    setAttribute(element, 'lang', view.lang);
    setAttribute(element, 'dir', view.dir);
    setAttribute(element, 'aria-label', view.label);
    setAttribute(summary, 'aria-busy', loading && !view.order);
    setAttribute(choice, 'aria-busy', loading && !view.methods);
    setAttribute(foot, 'class', view.payButton ? 'foot' : '');
    merchant.update(view);
    order.update(view.order, loading, replaced);
    methods.update(replaced ? undefined : view.methods);
    notice.update(view);
    payButton.update(view.payButton);
    setText(timeLeft, view.timeLeft);
    announce(polite, announcement?.assertive === false ? announcement.text : '');
    announce(assertive, announcement?.assertive ? announcement.text : '');
  }
  return {
    element,
    title: merchant.heading,
    noticeHeading: notice.heading,
    payButton: payButton.element,
    update,
  };
}

function focusClicked({ target }: Event): void {
  (target as Element).closest<HTMLElement>('button,input')?.focus();
}

// Not `setText`: a live region stays in the accessibility tree while it is empty.
function announce(region: Element, text: string): void {
  if (region.textContent !== text) region.textContent = text;
}
