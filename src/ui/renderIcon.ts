import { element, type Description } from './draw.js';

/** A line icon (a path in a box of 24) in the colour of the text around it. Decoration: the words say the same. */
export function renderIcon(path: string): Description {
  return element('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, element('path', { d: path }));
}
