import { layStyles } from './layStyles.js';

/** Shows a picker under a further style sheet; an empty one shows it as it is. */
export type Overlay = (root: ShadowRoot | null, css: string) => void;

/** Lays one style sheet at a time over the picker's own. */
export function createOverlay(): Overlay {
  let worn: { readonly root: ShadowRoot; readonly css: string; readonly takeOff: () => void } | undefined;
  return (root, css) => {
    if (!root || (worn ? worn.root === root && worn.css === css : !css)) return;
    worn?.takeOff();
    worn = { root, css, takeOff: layStyles(root, css) };
  };
}
