import type { OrderLineView, OrderView } from '../core/pickerView.js';
import { createElement } from './createElement.js';
import { setAttribute } from './setAttribute.js';
import { setText } from './setText.js';

/** More lines than this are folded, so that the methods stay on a phone's first screen. */
const OPEN_UP_TO = 3;

/** What is paid: the total large, the order's lines below it. */
export function renderOrder() {
  const totalLabel = createElement('span', { class: 'muted' });
  const total = createElement('bdi', { class: 'bone' });
  const amount = createElement('p', { part: 'total' }, totalLabel, ' ', total);
  const number = createElement('span');
  const count = createElement('span', { class: 'count' });
  const list = createElement('ul');
  const details = createElement('details', {}, createElement('summary', {}, number, ' ', count), list);
  const bareNumber = createElement('p', { class: 'muted' });
  const place = createElement('div', { class: 'bone order' });
  const element = createElement('div', { part: 'order' }, amount, details, bareNumber, place);
  const lines: OrderLine[] = [];

  function updateLines(views: readonly OrderLineView[]): void {
    if (views.length !== lines.length) details.open = views.length <= OPEN_UP_TO;
    while (lines.length > views.length) lines.pop()?.element.remove();
    views.forEach((view, index) => {
      let line = lines[index];
      if (!line) {
        line = lines[index] = createOrderLine();
        list.append(line.element);
      }
      line.update(view);
    });
  }

  function update(order: OrderView | undefined, loading: boolean): void {
    const hasLines = !!order?.lines.length;
    setAttribute(element, 'hidden', !order && !loading);
    setAttribute(place, 'hidden', !!order);
    setAttribute(details, 'hidden', !hasLines);
    setAttribute(bareNumber, 'hidden', !order || hasLines);
    setAttribute(list, 'aria-label', order?.linesHeading ?? false);
    setText(totalLabel, order?.totalLabel);
    setText(total, order?.total);
    setText(hasLines ? number : bareNumber, order?.number);
    setText(count, order?.linesCount);
    updateLines(order?.lines ?? []);
  }
  return { element, update };
}

type OrderLine = { readonly element: HTMLElement; update(view: OrderLineView): void };

function createOrderLine(): OrderLine {
  const quantity = createElement('span', { class: 'muted' });
  const description = createElement('bdi');
  const total = createElement('bdi');
  const element = createElement('li', {}, createElement('span', {}, quantity, ' ', description), ' ', total);
  return {
    element,
    update(view) {
      setText(quantity, view.quantity);
      setText(description, view.description);
      setText(total, view.total);
    },
  };
}
