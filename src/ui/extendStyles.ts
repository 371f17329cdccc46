import { addStyles } from './addStyles.js';

const extended = new WeakSet<ShadowRoot>();

/** Adds to the styles that a shadow root has, once. */
export function extendStyles(root: ShadowRoot | null | undefined, css: string): void {
  if (!root || extended.has(root)) return;
  extended.add(root);
  // Older browsers have none, and get an element each time. A copy, for the list itself is a live one.
  const before = [...((root as Partial<ShadowRoot>).adoptedStyleSheets ?? [])];
  addStyles(root, css);
  if (before.length > 0) root.adoptedStyleSheets = [...before, ...root.adoptedStyleSheets];
}
