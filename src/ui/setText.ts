import type { RichText } from '../core/pickerView.js';
import { createElement } from './createElement.js';

const drawn = new WeakMap<Element, string>();

/** Draws a text, the API's parts isolated in `<bdi>`; hides the element where there is none. Never draws twice. */
export function setText(element: HTMLElement, text: RichText | string = ''): void {
  const key = JSON.stringify(text);
  if (drawn.get(element) === key) return;
  drawn.set(element, key);
  element.toggleAttribute('hidden', !text.length);
  element.replaceChildren(
    ...[text]
      .flat()
      .map((part) => (typeof part === 'string' ? part : createElement('bdi', {}, part.isolate))),
  );
}
