/**
 * Follows the arrow keys through the methods: WebKit moves the focus from radio to radio and leaves the page where it is.
 *
 * @returns To be called whenever something is chosen: brings the radio into view that has come to have the focus.
 * @see WCAG 2.2 SC 2.4.11 (focus not obscured)
 */
export function createReveal(): (root: ShadowRoot | null) => void {
  let last: Element | null | undefined;
  return (root) => {
    const focused = root?.activeElement;
    // A redraw leaves a page alone that the payer has scrolled; and a row stays under the finger, or the mouse, that is on it.
    if (focused !== last && focused?.matches(':not(:hover)>input'))
      focused.scrollIntoView({ block: 'nearest' });
    last = focused;
  };
}
