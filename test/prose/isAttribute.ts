import { readScriptTag } from '../../src/browser/readScriptTag.js';

/** Whether the script tag reads an attribute, given without its `data-`. */
export function isAttribute(attribute: string): boolean {
  const name = attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.keys(readScriptTag({ dataset: { [name]: 'x' } } as unknown as Element)).length === 1;
}
