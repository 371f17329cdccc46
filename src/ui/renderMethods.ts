import type { MethodsView } from '../core/pickerView.js';
import { element, type Description } from './draw.js';
import { renderLogo } from './renderLogo.js';
import { text } from './text.js';

/** The methods as native radios, one row each. An id is compared and nothing else: it never becomes a selector or an attribute. */
export function renderMethods(
  view: MethodsView | undefined,
  onSelect: (methodId: string) => void,
  onEnter: () => void,
): Description {
  const rows = view?.options.map(({ id, name, description, logoUrl }) => ({
    key: id,
    ...element(
      'label',
      { part: 'method' },
      element('input', {
        type: 'radio',
        name: 'method',
        checked: id === view.selectedId,
        onchange: () => onSelect(id),
      }),
      element('span', {}, text('bdi', {}, name), ' ', text('bdi', { class: 'muted' }, description)),
      renderLogo(logoUrl),
    ),
  }));
  const onkeydown = ({ key, repeat }: KeyboardEvent): void => {
    if (key === 'Enter' && !repeat) onEnter();
  };
  return element(
    'fieldset',
    { part: 'methods', hidden: !view, disabled: view?.locked },
    text('legend', {}, view?.legend),
    element('div', { class: 'list', onkeydown }, ...(rows ?? [])),
  );
}
