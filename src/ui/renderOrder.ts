import type { OrderLineView, PickerView } from '../core/pickerView.js';
import { element, type Description } from './draw.js';
import { text } from './text.js';

/** More lines than this are folded, so that the methods stay on a phone's first screen. */
const OPEN_UP_TO = 3;

/** What is paid: the total large, the order's lines below it. */
export function renderOrder({ order, loading, notice }: PickerView): Description {
  const lines = order?.lines ?? [];
  // Beside a screen that has something to say, the lines would push it out of sight.
  const open = lines.length <= OPEN_UP_TO && notice?.placement !== 'screen';
  const caption = element(
    'span',
    { class: 'muted' },
    text('span', {}, order?.number),
    ' ',
    text('span', {}, order?.totalLabel),
  );
  const summary = element(
    'summary',
    { class: 'muted' },
    text('span', {}, order?.linesHeading),
    ' ',
    text('span', { class: 'count' }, order?.linesCount),
  );
  return element(
    'div',
    { part: 'order', hidden: !order && !loading },
    element('p', { part: 'total' }, caption, ' ', text('bdi', {}, order?.total)),
    element('details', { hidden: !lines.length, open }, summary, element('ul', {}, ...lines.map(renderLine))),
  );
}

function renderLine({ quantity, description, total }: OrderLineView): Description {
  const words = element(
    'span',
    {},
    text('span', { class: 'muted' }, quantity),
    ' ',
    text('bdi', {}, description),
  );
  return element('li', {}, words, ' ', text('bdi', {}, total));
}
