import type { MethodsView, MethodView } from '../core/pickerView.js';
import { element, type Description } from './draw.js';
import { renderLogo } from './renderLogo.js';
import { text } from './text.js';

const known = new WeakMap<readonly MethodView[], readonly Description[]>();

/** The methods as native radios, one row each. An id is compared and nothing else: it never becomes a selector or an attribute. */
export function renderMethods(
  { options = [], selectedId, legend, locked }: Partial<MethodsView>,
  rows: number,
  onSelect: (methodId: string) => void,
  onEnter: () => void,
): Description {
  // A thousand methods are not to be described anew at each choice.
  const all = known.get(options) ?? options.map(renderMethod);
  known.set(options, all);
  const children = rows < all.length ? all.slice(0, rows) : all;
  const list = {
    onkeydown({ key, repeat }: { readonly key: string; readonly repeat: boolean }) {
      if (key === 'Enter' && !repeat) onEnter();
    },
    onchange({ target }: { readonly target: unknown }) {
      const row = (target as Element).parentElement;
      const method = options.find((_, index) => row?.parentElement?.children[index] === row);
      if (method) onSelect(method.id);
    },
    chosen: options.findIndex(({ id }) => id === selectedId),
  };
  return element(
    'fieldset',
    { part: 'methods', hidden: !legend, disabled: locked },
    text('legend', {}, legend),
    { tag: 'div', properties: { class: 'list', ...list }, children },
  );
}

function renderMethod({ id, name, description, logoUrl }: MethodView): Description {
  const row = element(
    'label',
    { part: 'method' },
    element('input', { type: 'radio', name: 'method' }),
    element('span', {}, text('bdi', {}, name), ' ', text('bdi', { class: 'muted' }, description)),
    renderLogo(logoUrl),
  );
  return { key: id, ...row };
}
