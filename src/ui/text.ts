import type { RichText } from '../core/pickerView.js';
import { element, type Description, type Properties } from './draw.js';

/** Describes an element that holds a text, the API's parts isolated in `<bdi>`; hidden where there is none. */
export function text(
  tag: Description['tag'],
  properties: Properties,
  words: RichText | string = '',
): Description {
  const parts = [words]
    .flat()
    .map((part) => (typeof part === 'string' ? part : element('bdi', {}, part.isolate)));
  return element(tag, { ...properties, hidden: !words.length }, ...parts);
}
