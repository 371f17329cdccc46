import type { OrderLineView, OrderView } from '../core/pickerView.js';
import { createElement } from './createElement.js';
import { setText } from './setText.js';

/** More lines than this are folded, so that the methods stay on a phone's first screen. */
const OPEN_UP_TO = 3;

/** What is paid: the total large, the order's lines below it. */
export function renderOrder() {
  const number = createElement('span');
  const label = createElement('span');
  const total = createElement('bdi');
  const caption = createElement('span', { class: 'muted' }, number, ' ', label);
  const heading = createElement('span');
  const count = createElement('span', { class: 'count' });
  const list = createElement('ul');
  const summary = createElement('summary', { class: 'muted' }, heading, ' ', count);
  const details = createElement('details', {}, summary, list);
  const element = createElement(
    'div',
    { part: 'order' },
    createElement('p', { part: 'total' }, caption, ' ', total),
    details,
  );
  const lines: OrderLine[] = [];

  let unfolded = false;

  function update(order: OrderView | undefined, loading: boolean, replaced: boolean): void {
    const views = order?.lines ?? [];
    // Beside a screen that has something to say, the lines would push it out of sight.
    const unfold = views.length <= OPEN_UP_TO && !replaced;
    element.toggleAttribute('hidden', !order && !loading);
    details.toggleAttribute('hidden', !views.length);
    if (unfold !== unfolded) details.open = unfolded = unfold;
    setText(number, order?.number);
    setText(label, order?.totalLabel);
    setText(total, order?.total);
    setText(heading, order?.linesHeading);
    setText(count, order?.linesCount);
    for (const line of lines.splice(views.length)) line.element.remove();
    views.forEach((view, index) => {
      const line = (lines[index] ??= createOrderLine(list));
      line.update(view);
    });
  }
  return { element, update };
}

type OrderLine = ReturnType<typeof createOrderLine>;

function createOrderLine(list: Element) {
  const quantity = createElement('span', { class: 'muted' });
  const description = createElement('bdi');
  const total = createElement('bdi');
  const element = createElement('li', {}, createElement('span', {}, quantity, ' ', description), ' ', total);
  list.append(element);

  function update(view: OrderLineView): void {
    setText(quantity, view.quantity);
    setText(description, view.description);
    setText(total, view.total);
  }
  return { element, update };
}
