import type { RichText } from '../core/pickerView.js';
import { createElement } from './createElement.js';

const drawn = new WeakMap<Element, string>();

/** Draws a text, the API's parts isolated in `<bdi>`, and touches nothing where it already stands. */
export function setText(element: Element, text: RichText | string = ''): void {
  const key = JSON.stringify(text);
  if (drawn.get(element) === key) return;
  drawn.set(element, key);
  const parts = typeof text === 'string' ? [text] : text;
  element.replaceChildren(
    ...parts.map((part) => (typeof part === 'string' ? part : createElement('bdi', {}, part.isolate))),
  );
}
