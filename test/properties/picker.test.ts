import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseActivation } from '../../src/core/parseActivation.js';
import type { PickerView } from '../../src/core/pickerView.js';
import { sanitizeText } from '../../src/core/sanitizeText.js';
import type { SessionState } from '../../src/core/sessionState.js';
import { toPickerView } from '../../src/core/toPickerView.js';
import { english } from '../../src/i18n/messages.js';
import { mountPicker } from '../../src/ui/mountPicker.js';
import { activationAnswer, methodAnswer, parsed, sessionAnswer } from '../core/answers.js';
import { gateway } from '../core/states.js';
import { methods, order, readyView, selectedView } from '../ui/views.js';
import { hostileId } from './hostile/hostileId.js';
import { hostileText } from './hostile/hostileText.js';
import { hostileUrl } from './hostile/hostileUrl.js';

const TAGS =
  'a bdi button details div fieldset h2 header img input label legend li p path section span summary svg ul'.split(
    ' ',
  );
const ATTRIBUTES =
  `alt aria-busy aria-disabled aria-hidden aria-label class d decoding dir disabled hidden href lang loading name open
   part referrerpolicy rel role src tabindex type viewBox`.split(/\s+/);
/** Attributes that carry an API's or a translator's words, or a URL; every other value is one of ours. */
const FREE = ['aria-label', 'dir', 'href', 'lang', 'src'];

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

function expectAllowed(root: ShadowRoot): void {
  for (const element of root.querySelectorAll('*')) {
    expect(TAGS).toContain(element.localName);
    for (const { name } of element.attributes) expect(ATTRIBUTES).toContain(name);
  }
}

describe('hostile texts', () => {
  it('draw no element and no attribute that harmless ones do not', () => {
    const plain = mount();
    const attacked = mount();
    const property = fc.property(hostileText, fc.uniqueArray(hostileId, { maxLength: 3 }), (text, ids) => {
      fc.pre(text.length > 0);
      const names = ids.map((_, index) => `method ${index}`);
      plain.picker.render(viewOf('text', names));
      attacked.picker.render(viewOf(text, ids));
      expect(shape(attacked.root)).toEqual(shape(plain.root));
      expectAllowed(attacked.root);
    });
    fc.assert(property);
    plain.picker.unmount();
    attacked.picker.unmount();
  });

  it('are drawn as they are', () => {
    const { picker, root } = mount();
    const property = fc.property(hostileText, (text) => {
      picker.render(viewOf(text, ['a']));
      expect(root.querySelector('header bdi')?.textContent).toBe(text);
      expect(root.querySelector('label bdi')?.textContent).toBe(text);
      expect(root.querySelector('[part=notice] p')?.textContent).toBe(text + text);
    });
    fc.assert(property);
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

describe('an answer with a hostile text in every field', () => {
  const states: readonly SessionState[] = [
    { name: 'ready', selectedMethodId: 'card-1' },
    { name: 'initiating', methodId: 'card-1' },
    { name: 'handedOff', methodId: 'card-1', url: gateway, blocked: true },
    { name: 'processing', url: gateway },
    { name: 'paid' },
  ];

  // The fields that are read to be shown, to the letter.
  const answerOf = (text: string, logoUrl: string): object => ({
    ...activationAnswer(),
    session: {
      ...sessionAnswer(),
      order: {
        orderId: text,
        amount: { value: 250, currency: 'DKK' },
        orderLines: [{ itemId: text, description: text, quantity: 2, unitPrice: 125, goodsType: text }],
        customer: { firstName: text, lastName: text, email: text },
        transactionInfo: { [text]: text },
      },
      status: text,
      merchant: { name: text, logoUrl },
    },
    paymentMethods: [
      {
        ...methodAnswer(),
        type: text,
        name: text,
        description: text,
        logoUrl,
        display: text,
        jsMethodHandler: text,
        metadata: { [text]: text },
      },
    ],
  });

  it('is drawn as text alone, cleaned, and with no address but a guarded one', () => {
    const { picker, root } = mount();
    const property = fc.property(hostileText, hostileUrl, fc.constantFrom(...states), (text, url, state) => {
      const { value } = parsed(parseActivation, answerOf(text, url), { allowPrivateHttp: false });
      const { session, paymentMethods } = value;
      picker.render(
        toPickerView({
          state,
          answer: { session, paymentMethods },
          merchantName: text,
          messages: english,
          lang: 'en',
          dir: 'ltr',
          locale: 'en',
        }),
      );
      expectAllowed(root);
      expect(root.querySelectorAll('script, style, iframe, object, form')).toHaveLength(0);
      const line = root.querySelector('li bdi');
      expect(line?.textContent).toBe(sanitizeText(text, 200));
      const radio = root.querySelector('label bdi');
      if (radio) expect(radio.textContent).not.toBe('');
      for (const { src } of root.querySelectorAll('img')) expect(src).toMatch(/^https:\/\/[^/@\\]+\//);
      for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]'))
        expect([link.href, link.rel]).toEqual([gateway.href, 'noopener noreferrer']);
    });
    fc.assert(property);
    picker.unmount();
  });
});
