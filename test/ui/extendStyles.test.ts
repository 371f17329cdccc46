import { expect, it } from 'vitest';
import { addStyles } from '../../src/ui/addStyles.js';
import { extendStyles } from '../../src/ui/extendStyles.js';

it('adds to what is there, once', () => {
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  addStyles(root, 'p{color:red}');
  const [first] = root.adoptedStyleSheets;
  extendStyles(root, 'p{margin:0}');
  extendStyles(root, 'p{margin:0}');
  expect(root.adoptedStyleSheets).toHaveLength(2);
  expect(root.adoptedStyleSheets[0]).toBe(first);
});
