import type { MethodsView, MethodView } from '../core/pickerView.js';
import { createElement } from './createElement.js';
import { createLogo } from './createLogo.js';
import { setText } from './setText.js';

/**
 * The methods as native radios, one row each. Rows are kept by method id (in a Map: an id never becomes a selector, an
 * attribute or an object key), so that focus and scroll survive a new list.
 */
export function renderMethods(onSelect: (methodId: string) => void, onEnter: () => void) {
  const legend = createElement('legend');
  const list = createElement('div', { class: 'list' });
  const element = createElement('fieldset', { part: 'methods' }, legend, list);
  const rows = new Map<string, MethodRow>();

  list.onchange = ({ target }) => {
    for (const [id, row] of rows) if (row.input === target) onSelect(id);
  };
  list.onkeydown = ({ key, repeat }) => {
    if (key === 'Enter' && !repeat) onEnter();
  };

  function update(view: MethodsView | undefined): void {
    const options = view?.options ?? [];
    element.toggleAttribute('hidden', !view);
    element.toggleAttribute('disabled', !!view?.locked);
    setText(legend, view?.legend);
    const offered = new Set(options.map(({ id }) => id));
    for (const [id, row] of rows) {
      if (offered.has(id)) continue;
      row.element.remove();
      rows.delete(id);
    }
    let place = list.firstChild;
    for (const option of options) {
      const row = rows.get(option.id) ?? createMethodRow();
      rows.set(option.id, row);
      row.update(option, option.id === view?.selectedId);
      // A row that stands in its place already is not moved: moving it would take its focus away.
      if (row.element === place) place = place.nextSibling;
      else list.insertBefore(row.element, place);
    }
  }
  return { element, update };
}

type MethodRow = ReturnType<typeof createMethodRow>;

function createMethodRow() {
  const input = createElement('input', { type: 'radio', name: 'method' });
  const name = createElement('bdi');
  const description = createElement('bdi', { class: 'muted' });
  const logo = createLogo();
  const words = createElement('span', {}, name, ' ', description);
  const element = createElement('label', { part: 'method' }, input, words, logo.element);

  function update(view: MethodView, selected: boolean): void {
    input.checked = selected;
    setText(name, view.name);
    setText(description, view.description);
    logo.update(view.logoUrl);
  }
  return { element, input, update };
}
