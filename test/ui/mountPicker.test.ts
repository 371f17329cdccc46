import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoticeView, PickerView } from '../../src/core/pickerView.js';
import { mountPicker, type Picker } from '../../src/ui/mountPicker.js';
import { failedView, initiatingView, loadingView, methods, order, readyView, selectedView } from './views.js';

const handlers = { onSelect: vi.fn(), onPay: vi.fn(), onAction: vi.fn() };
let container: HTMLElement;
let picker: Picker;

const root = () => picker.host.shadowRoot!;
const all = (selector: string) => [...root().querySelectorAll<HTMLElement>(selector)];
const one = (selector: string) => root().querySelector<HTMLElement>(selector)!;
const part = (name: string) => one(`[part~="${name}"]`);
const radios = () => all('input') as HTMLInputElement[];
const isShown = (element: Element) => !element.closest('[hidden]');
const press = (element: Element, init: KeyboardEventInit) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));

beforeEach(() => {
  vi.clearAllMocks();
  container = document.createElement('div');
  document.body.append(container);
  picker = mountPicker(container, handlers);
});
afterEach(() => {
  picker.unmount();
  container.remove();
});

describe('what a payer sees', () => {
  it('is a named region in the language of its texts', () => {
    picker.render({ ...readyView, lang: 'he', dir: 'rtl' });
    const section = one('section');
    expect(section.getAttribute('aria-label')).toBe('Payment');
    expect(section.getAttribute('lang')).toBe('he');
    expect(section.querySelector('.frame')?.getAttribute('lang')).toBe('he');
    expect(section.getAttribute('dir')).toBe('rtl');
  });

  it('is a busy skeleton while the order is on its way, without a button or a radio', () => {
    picker.render(loadingView);
    expect(all('[aria-busy=true]')).toHaveLength(2);
    expect(isShown(part('pay-button'))).toBe(false);
    expect(radios()).toHaveLength(0);
    picker.render(readyView);
    expect(all('[aria-busy=true]')).toHaveLength(0);
  });

  it('is merchant, number, lines and total', () => {
    picker.render(readyView);
    expect(part('merchant').textContent).toBe('Pay to Nordlys Kaffe');
    expect(part('total').textContent).toBe('Order 1234 Total €12.50');
    expect(all('li').map((line) => line.textContent.trim())).toEqual(['2 × Coffee €10.00', 'Shipping €2.50']);
    expect(one('summary').textContent).toBe('Your order 2 items');
  });

  it('isolates what came from the API', () => {
    picker.render(readyView);
    const isolated = all('bdi').map((element) => element.textContent);
    for (const text of ['Nordlys Kaffe', '1234', 'Coffee', '€12.50', 'Card', 'Visa, Mastercard']) {
      expect(isolated).toContain(text);
    }
  });

  it('folds more than three lines and leaves the payer’s own choice alone', () => {
    const details = () => one('details') as HTMLDetailsElement;
    picker.render(readyView);
    expect(details().open).toBe(true);
    const lines = Array.from({ length: 40 }, (_, index) => ({ description: `Line ${index}` }));
    picker.render({ ...readyView, order: { ...order, lines } });
    expect(details().open).toBe(false);
    details().open = true;
    picker.render({ ...selectedView, order: { ...order, lines } });
    expect(details().open).toBe(true);
    expect(all('li')).toHaveLength(40);
  });

  it('is one radio a method, named by the method', () => {
    picker.render(selectedView);
    expect(one('legend').textContent).toBe('How do you want to pay?');
    expect(all('label').map((label) => label.textContent.trim())).toEqual([
      'Card Visa, Mastercard',
      'MobilePay',
      'Bank transfer',
    ]);
    expect(radios().map((radio) => radio.checked)).toEqual([false, true, false]);
  });

  it('takes at most 15 nodes a method', () => {
    picker.render(readyView);
    for (const label of all('label')) {
      const walker = document.createTreeWalker(label);
      let nodes = 1;
      while (walker.nextNode()) nodes += 1;
      expect(nodes).toBeLessThanOrEqual(15);
    }
  });

  it('is a lazy logo without a referrer, and a card where it does not load', () => {
    picker.render(readyView);
    const logo = one('label img');
    expect(Object.fromEntries([...logo.attributes].map(({ name, value }) => [name, value]))).toEqual({
      alt: '',
      decoding: 'async',
      loading: 'lazy',
      referrerpolicy: 'no-referrer',
      src: 'https://logos.test/card.svg',
    });
    const box = logo.parentElement!;
    logo.dispatchEvent(new Event('error'));
    expect(box.querySelector('img')).toBeNull();
    expect(box.querySelector('svg')).not.toBeNull();
  });

  it('is a screen in place of the methods', () => {
    picker.render(selectedView);
    picker.render(failedView);
    expect(part('notice').classList.contains('screen')).toBe(true);
    expect(part('notice').textContent).toContain('You have not paid. Ask Nordlys Kaffe.');
    expect(isShown(part('methods'))).toBe(false);
    expect(isShown(part('pay-button'))).toBe(false);
    expect(radios()).toHaveLength(0);
  });

  it('is a notice beside the methods where it is inline', () => {
    const notice: NoticeView = { ...failedView.notice!, placement: 'inline' };
    picker.render({ ...selectedView, notice });
    expect(isShown(part('notice'))).toBe(true);
    expect(isShown(part('methods'))).toBe(true);
    picker.render(selectedView);
    expect(isShown(part('notice'))).toBe(false);
  });

  it('is a spinner in place of the icon while something goes on', () => {
    picker.render({ ...failedView, notice: { ...failedView.notice!, busy: true } });
    expect(part('notice').classList.contains('busy')).toBe(true);
  });

  it.each([
    ['paid', 'success'],
    ['expired', 'warning'],
    ['handedOff', 'info'],
    ['failed', 'error'],
    ['unclear', 'warning'],
  ] as const)('has its own icon on the %s screen', (screen, tone) => {
    picker.render({ ...failedView, screen, notice: { ...failedView.notice!, tone } });
    const drawing = part('notice').querySelector('path')?.getAttribute('d');
    const inline: PickerView = {
      ...selectedView,
      notice: { ...failedView.notice!, tone: 'error', placement: 'inline' },
    };
    picker.render(inline);
    const exclamation = part('notice').querySelector('path')?.getAttribute('d');
    expect(drawing).toBeTruthy();
    expect(drawing === exclamation).toBe(screen === 'unclear');
  });

  it('is the time left, without an announcement', () => {
    picker.render({ ...readyView, timeLeft: 'Time left: 4 minutes' });
    const time = all('p').find((element) => element.textContent === 'Time left: 4 minutes')!;
    expect(isShown(time)).toBe(true);
    expect(time.closest('[role]')).toBeNull();
  });
});

describe('what a payer does', () => {
  it('selects a method', () => {
    picker.render(readyView);
    radios()[2]!.click();
    expect(handlers.onSelect.mock.calls).toEqual([['bank']]);
  });

  it('pays by button', () => {
    picker.render(selectedView);
    part('pay-button').click();
    expect(handlers.onPay).toHaveBeenCalledTimes(1);
  });

  it('pays by Enter on a radio, once while the key is held', () => {
    picker.render(selectedView);
    press(radios()[1]!, { key: 'Enter' });
    press(radios()[1]!, { key: 'Enter', repeat: true });
    press(radios()[1]!, { key: ' ' });
    expect(handlers.onPay).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['nothing is chosen', readyView],
    ['a payment is starting', initiatingView],
    ['the picker is loading', loadingView],
  ])('cannot pay while %s, though the button can be focused', (_, view) => {
    picker.render(selectedView);
    picker.render(view);
    const button = part('pay-button');
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.hasAttribute('disabled')).toBe(false);
    button.click();
    for (const radio of radios()) press(radio, { key: 'Enter' });
    expect(handlers.onPay).not.toHaveBeenCalled();
  });

  it('cannot choose while the methods are locked', () => {
    picker.render(initiatingView);
    expect(one('fieldset').matches('[disabled]')).toBe(true);
    picker.render(selectedView);
    expect(one('fieldset').matches('[disabled]')).toBe(false);
  });

  it('asks for the notice’s action', () => {
    picker.render(failedView);
    part('notice').querySelector('button')!.click();
    expect(handlers.onAction.mock.calls).toEqual([['reload']]);
  });

  it('follows a link where the action has an address', () => {
    const action = {
      kind: 'continue',
      label: ['Continue to ', { isolate: 'pay.test' }],
      url: new URL('https://pay.test/x'),
    } as const;
    picker.render({ ...failedView, screen: 'handedOff', notice: { ...failedView.notice!, action } });
    const link = part('notice').querySelector('a')!;
    expect(link.href).toBe('https://pay.test/x');
    expect(link.rel).toBe('noopener noreferrer');
    expect(link.textContent).toBe('Continue to pay.test');
    expect(isShown(part('notice').querySelector('button')!)).toBe(false);
    picker.render(failedView);
    expect(isShown(link)).toBe(false);
  });

  it('gives focus to what was clicked, as Safari does not', () => {
    picker.render(selectedView);
    part('pay-button').querySelector('bdi')!.click();
    expect(root().activeElement).toBe(part('pay-button'));
  });
});

describe('a view over another', () => {
  it('changes nothing where it is equal', () => {
    for (const view of [loadingView, selectedView, initiatingView, failedView]) {
      picker.render(structuredClone({ ...view, methods: undefined }));
      picker.render(view);
      const observer = new MutationObserver(() => {});
      observer.observe(root(), { subtree: true, childList: true, attributes: true, characterData: true });
      picker.render({ ...view });
      expect(observer.takeRecords()).toEqual([]);
      observer.disconnect();
    }
  });

  it('keeps radios, choice and focus when the list changes around them', () => {
    picker.render(selectedView);
    const radio = radios()[1]!;
    radio.focus();
    const [card, mobile, bank] = methods.options as [never, never, never];
    for (const options of [
      [mobile, bank],
      [{ id: 'new', name: 'New' }, mobile],
      [bank, card, mobile],
    ]) {
      picker.render({ ...selectedView, methods: { ...methods, options, selectedId: 'mobile' } });
      expect(radios()).toContain(radio);
      expect(radio.checked).toBe(true);
      expect(root().activeElement).toBe(radio);
      expect(radios()).toHaveLength(options.length);
    }
    expect(all('label').map((label) => label.textContent.trim())[0]).toBe('Bank transfer');
  });

  it('draws a thousand methods a frame at a time, and each choice meanwhile', async () => {
    const options = Array.from({ length: 1_000 }, (_, index) => ({
      id: `m${index}`,
      name: `Method ${index}`,
    }));
    const view = (selectedId?: string): PickerView => ({
      ...readyView,
      methods: { ...methods, options, selectedId },
    });
    picker.render(view());
    expect(radios()).toHaveLength(50);
    const first = radios()[3]!;
    first.click();
    expect(handlers.onSelect.mock.calls).toEqual([['m3']]);
    picker.render(view('m3'));
    await vi.waitFor(() => expect(radios()).toHaveLength(1_000), 20_000);
    expect(radios()[3]).toBe(first);
    expect(radios().filter(({ checked }) => checked)).toEqual([first]);
    picker.render(view('m999'));
    expect(radios().filter(({ checked }) => checked)).toEqual([radios()[999]]);
  });

  it('puts the choice back where it was not taken', () => {
    picker.render(selectedView);
    radios()[0]!.click();
    picker.render(selectedView);
    expect(radios().map((radio) => radio.checked)).toEqual([false, true, false]);
  });

  it('tells a changed name and a changed amount', () => {
    picker.render(selectedView);
    picker.render({
      ...selectedView,
      order: { ...order, total: '€99.00', lines: order.lines.slice(0, 1) },
      methods: { ...methods, options: [{ id: 'card', name: 'Cards' }] },
    });
    expect(part('total').textContent).toContain('€99.00');
    expect(all('li')).toHaveLength(1);
    expect(all('label').map((label) => label.textContent.trim())).toEqual(['Cards']);
  });
});

describe('announcements', () => {
  it('come from live regions that stand before their text, outside of what is busy', () => {
    const polite = one('[role=status]');
    const assertive = one('[role=alert]');
    for (const region of [polite, assertive]) {
      expect(region.textContent).toBe('');
      expect(isShown(region)).toBe(true);
      expect(region.closest('[aria-busy]')).toBeNull();
    }
    picker.render(loadingView);
    expect([polite.textContent, assertive.textContent]).toEqual(['Getting your order…', '']);
    picker.render(failedView);
    expect([polite.textContent, assertive.textContent]).toEqual(['', 'We can’t reach the payment service']);
    picker.render(readyView);
    expect([polite.textContent, assertive.textContent]).toEqual(['', '']);
    expect(one('[role=alert]')).toBe(assertive);
  });
});

describe('focus', () => {
  it('is not taken on first load, nor from elsewhere on the page', () => {
    const field = document.createElement('input');
    container.before(field);
    picker.render(loadingView);
    picker.render(failedView);
    expect(document.activeElement).toBe(document.body);
    field.focus();
    picker.render(readyView);
    picker.render(failedView);
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it('goes to the heading of a new screen where the payer was in the picker', () => {
    picker.render(selectedView);
    part('pay-button').focus();
    picker.render(failedView);
    expect(root().activeElement).toBe(part('notice').querySelector('h2'));
  });

  it('goes to the picker’s heading where its element has gone', () => {
    picker.render(failedView);
    part('notice').querySelector('button')!.focus();
    picker.render(loadingView);
    expect(root().activeElement).toBe(one('header h2'));
    picker.render(selectedView);
    radios()[1]!.focus();
    picker.render({ ...readyView, methods: { ...methods, options: methods.options.slice(0, 1) } });
    expect(root().activeElement).toBe(one('header h2'));
  });

  it('goes to the button while its radio is locked', () => {
    picker.render(selectedView);
    radios()[1]!.focus();
    picker.render(initiatingView);
    expect(root().activeElement).toBe(part('pay-button'));
  });

  it('stays on the button through a payment’s start', () => {
    picker.render(selectedView);
    part('pay-button').focus();
    picker.render(initiatingView);
    picker.render(selectedView);
    expect(root().activeElement).toBe(part('pay-button'));
  });
});

describe('mounting', () => {
  it('takes theme, preset and variables, and no other style', () => {
    picker.unmount();
    picker = mountPicker(container, handlers, {
      theme: 'dark',
      preset: 'rounded',
      variables: { '--altapay-color-accent': '#070', ['color' as '--altapay-x']: 'red' },
    });
    expect(one('section').className).toBe('dark rounded');
    expect(picker.host.style.getPropertyValue('--altapay-color-accent')).toBe('#070');
    expect(picker.host.style.color).toBe('');
  });

  it('styles itself by a constructed sheet', () => {
    expect(root().adoptedStyleSheets).toHaveLength(1);
    expect(root().querySelector('style')).toBeNull();
  });

  it('falls back to a style element in browsers without constructed sheets', () => {
    vi.stubGlobal('CSSStyleSheet', undefined);
    picker.unmount();
    picker = mountPicker(container, handlers);
    expect(root().querySelector('style')?.textContent).toContain('all:initial');
  });

  it('leaves nothing after unmount, and keeps what else is in the container', () => {
    const note = document.createElement('p');
    container.prepend(note);
    picker.render(selectedView);
    picker.unmount();
    picker.unmount();
    expect([...container.childNodes]).toEqual([note]);
  });

  it('listens to nothing outside of its own nodes', () => {
    picker.unmount();
    const listen = vi.spyOn(EventTarget.prototype, 'addEventListener');
    picker = mountPicker(container, handlers);
    picker.render(selectedView);
    for (const target of listen.mock.contexts) expect(root().contains(target as Node)).toBe(true);
  });
});
