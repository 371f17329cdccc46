import type { PickerAction, PickerView } from '../core/pickerView.js';
import { createElement } from './createElement.js';
import { createIcon } from './createIcon.js';
import { renderMerchant } from './renderMerchant.js';
import { renderMethods } from './renderMethods.js';
import { renderNotice } from './renderNotice.js';
import { renderOrder } from './renderOrder.js';
import { renderPayButton } from './renderPayButton.js';
import { setAttribute } from './setAttribute.js';
import { setText } from './setText.js';

/** What the payer does, told to whoever decides. */
export type PickerHandlers = {
  onSelect(methodId: string): void;
  onPay(): void;
  onAction(action: PickerAction): void;
};

/** Builds the whole picker once and brings it up to date from then on. */
export function renderPicker(handlers: PickerHandlers) {
  const merchant = renderMerchant();
  const order = renderOrder();
  const payButton = renderPayButton(() => handlers.onPay());
  const methods = renderMethods((methodId) => handlers.onSelect(methodId), payButton.press);
  const notice = renderNotice((action) => handlers.onAction(action));
  const places = createPlaces();
  const timeLeft = createElement('span');
  const clock = createElement('p', { class: 'muted' }, createIcon('lock'), timeLeft);
  const foot = createElement('div', { class: 'foot' }, payButton.element, clock);
  // Live regions stand outside what is busy: a busy region keeps its changes to itself (WAI-ARIA 1.2, aria-busy).
  const polite = createElement('p', { role: 'status', class: 'heard' });
  const assertive = createElement('p', { role: 'alert', class: 'heard' });
  const summary = createElement('div', {}, merchant.element, order.element);
  const choice = createElement('div', {}, places, methods.element, notice.element, foot);
  const frame = createElement('div', { class: 'frame' }, summary, choice);
  const element = createElement('section', { part: 'picker' }, polite, assertive, frame);

  function update(view: PickerView): void {
    const { announcement, loading, payButton: button } = view;
    const replaced = view.notice?.placement === 'screen';
    setAttribute(element, 'lang', view.lang);
    setAttribute(element, 'dir', view.dir);
    setAttribute(element, 'aria-label', view.label);
    setAttribute(frame, 'aria-busy', String(loading));
    merchant.update(view);
    order.update(view.order, loading);
    setAttribute(places, 'hidden', !loading || !!view.methods || replaced);
    methods.update(replaced ? undefined : view.methods);
    notice.update(view);
    payButton.update(button);
    setAttribute(foot, 'hidden', !button && !view.timeLeft);
    setAttribute(clock, 'class', view.timeLeft ? 'muted' : 'muted unseen');
    setText(timeLeft, view.timeLeft);
    setText(polite, announcement?.assertive ? '' : announcement?.text);
    setText(assertive, announcement?.assertive ? announcement.text : '');
  }
  return {
    element,
    title: merchant.heading,
    noticeHeading: notice.heading,
    payButton: payButton.element,
    update,
  };
}

// Keeps the place of legend, three methods and button while they are on their way.
function createPlaces(): HTMLElement {
  const bone = (kind: string) => createElement('div', { class: `bone ${kind}` });
  return createElement(
    'div',
    { class: 'places', 'aria-hidden': 'true' },
    ...['legend', 'method', 'method', 'method', 'pay'].map(bone),
  );
}
