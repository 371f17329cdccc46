import { layStyles } from './layStyles.js';

const LEAST_PX = 240;
const MOST_PX = 4_000;

export type MountedFrame = {
  /** Whether a message comes from what the frame shows. */
  holds(source: unknown): boolean;
  /** In pixels; what is no height of a form is brought within bounds. */
  setHeight(height: number): void;
  focus(): void;
  /** The payer goes on in it: it is brought into view, and the page's pay button is gone, for what it shows has its own. */
  takeOver(): void;
  unmount(): void;
};

/**
 * Puts another origin's page into a container.
 *
 * @param url - Has passed the guard.
 * @param title - Its accessible name.
 */
export function mountFrame(container: Element, url: URL, title: string): MountedFrame {
  const frame = document.createElement('iframe');
  const setHeight = (height: number): void => {
    frame.style.height = `${Math.min(Math.max(height, LEAST_PX), MOST_PX)}px`;
  };
  Object.assign(frame, { title, referrerPolicy: 'no-referrer', allow: 'payment' });
  Object.assign(frame.style, { display: 'block', width: '100%', border: '0' });
  setHeight(0);
  frame.src = url.href;
  container.append(frame);
  let giveBack: (() => void) | undefined;
  let growing = false;
  const reveal = (): void => frame.scrollIntoView({ block: 'nearest' });
  return {
    holds: (source) => source === frame.contentWindow,
    setHeight(height) {
      setHeight(height);
      // Once: a payer who has scrolled since wants to look elsewhere.
      if (growing) reveal();
      growing = false;
    },
    focus: () => frame.focus(),
    takeOver() {
      // The picker's own element is not known here; its part is, from whatever tree both stand in.
      giveBack ??= layStyles(
        container.getRootNode() as Document | ShadowRoot,
        '::part(pay-button){display:none}',
        container,
      );
      growing = true;
      reveal();
    },
    unmount() {
      giveBack?.();
      frame.remove();
    },
  };
}
