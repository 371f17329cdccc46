import type { CopyingView } from '../core/furtherView.js';

export type Copying = {
  state(): CopyingView['state'];
  /** Copies a link; says by a redraw what came of it. */
  copy(link: URL): Promise<void>;
};

/** Copies the payment link, and leaves it to the payer where the browser does not let a page do it. */
export function createCopying(
  copyText: (text: string) => Promise<boolean>,
  onByHand: () => void,
  redraw: () => void,
): Copying {
  let state: CopyingView['state'] = 'offered';
  return {
    state: () => state,
    async copy({ href }) {
      state = (await copyText(href)) ? 'copied' : 'byHand';
      redraw();
      if (state === 'byHand') onByHand();
    },
  };
}
