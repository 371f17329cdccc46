import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PickerView } from '../../src/core/pickerView.js';
import { mountPicker } from '../../src/ui/mountPicker.js';
import { methods, order, readyView, selectedView } from './views.js';

const TAGS =
  'a bdi button details div fieldset h2 header img input label legend li p path section span summary svg ul'.split(
    ' ',
  );
const ATTRIBUTES =
  `alt aria-busy aria-disabled aria-hidden aria-label class d decoding dir disabled hidden href lang loading name open
   part referrerpolicy rel role src tabindex type viewBox`.split(/\s+/);
/** Attributes that carry an API's or a translator's words, or a URL; every other value is one of ours. */
const FREE = ['aria-label', 'dir', 'href', 'lang', 'src'];

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '"><script>alert(1)</script>',
    '</style><style>*{display:none}',
    '<!--',
    ']]>',
    '&lt;b&gt;',
    '{{7*7}}',
    '${7*7}',
    '__proto__',
    'constructor',
    'toString',
    'Pay \u202e00.1 RUE',
    ' ',
    '\u0000\ud800',
    'M'.repeat(10_000),
  ),
);

const viewOf = (text: string, ids: string[]): PickerView => {
  const rich = [text, { isolate: text }];
  return {
    ...selectedView,
    label: text,
    payTo: text,
    merchant: { name: text },
    order: {
      ...order,
      number: rich,
      linesHeading: text,
      lines: [{ description: text, quantity: text, total: text }],
      total: text,
    },
    methods: {
      legend: text,
      locked: false,
      options: ids.map((id) => ({ id, name: text, description: text })),
      selectedId: ids[0] ?? text,
    },
    payButton: { label: rich, disabled: false, busy: false },
    notice: {
      placement: 'inline',
      tone: 'error',
      heading: rich,
      text: rich,
      busy: false,
      action: { kind: 'reload', label: rich },
    },
    timeLeft: text,
    announcement: { text, assertive: true },
  };
};

function mount() {
  const container = document.createElement('div');
  document.body.append(container);
  const selected: string[] = [];
  const picker = mountPicker(container, {
    onSelect: (id) => selected.push(id),
    onPay() {},
    onAction() {},
  });
  return { picker, selected, root: picker.host.shadowRoot!, container };
}

function shape(root: ShadowRoot): string[] {
  return [...root.querySelectorAll('*')].map((element) => {
    const attributes = [...element.attributes].map(({ name, value }) =>
      FREE.includes(name) ? name : `${name}=${value}`,
    );
    return [element.localName, ...attributes.sort()].join(' ');
  });
}

describe('hostile texts', () => {
  it('draw no element and no attribute that harmless ones do not', () => {
    const plain = mount();
    const attacked = mount();
    fc.assert(
      fc.property(hostile, fc.uniqueArray(hostile, { maxLength: 3 }), (text, ids) => {
        fc.pre(text.length > 0);
        plain.picker.render(
          viewOf(
            'text',
            ids.map((_, index) => `method ${index}`),
          ),
        );
        attacked.picker.render(viewOf(text, ids));
        expect(shape(attacked.root)).toEqual(shape(plain.root));
        for (const element of attacked.root.querySelectorAll('*')) {
          expect(TAGS).toContain(element.localName);
          for (const { name } of element.attributes) expect(ATTRIBUTES).toContain(name);
        }
      }),
      { numRuns: 60 },
    );
    plain.picker.unmount();
    attacked.picker.unmount();
  });

  it('are drawn as they are', () => {
    const { picker, root } = mount();
    fc.assert(
      fc.property(hostile, (text) => {
        picker.render(viewOf(text, ['a']));
        expect(root.querySelector('header bdi')?.textContent).toBe(text);
        expect(root.querySelector('label bdi')?.textContent).toBe(text);
        expect(root.querySelector('[part=notice] p')?.textContent).toBe(text + text);
      }),
      { numRuns: 60 },
    );
    picker.unmount();
  });

  it('as ids come back unchanged and stand nowhere in the DOM', () => {
    const { picker, root, selected } = mount();
    const ids = ['__proto__', 'constructor', '"] *', '<img src=x>', ''];
    picker.render({
      ...readyView,
      methods: { ...methods, options: ids.map((id, index) => ({ id, name: `Method ${index}` })) },
    });
    for (const radio of root.querySelectorAll('input')) radio.click();
    expect(selected).toEqual(ids);
    for (const element of root.querySelectorAll('input, label')) {
      expect([...element.attributes].map(({ name }) => name)).toEqual(
        element.localName === 'input' ? ['type', 'name'] : ['part'],
      );
    }
    picker.unmount();
  });
});
