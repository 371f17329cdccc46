import { layStyles } from './layStyles.js';

const extended = new WeakSet<ShadowRoot>();

/** Adds to the styles that a shadow root has, once. */
export function extendStyles(root: ShadowRoot | null | undefined, css: string): void {
  if (!root || extended.has(root)) return;
  extended.add(root);
  layStyles(root, css);
}
