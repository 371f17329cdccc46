import type { QRCode } from './qrCode.js';

/** How a link is copied: on a button, and by hand where the browser does not let a page do it. */
export type CopyingView = {
  readonly state: 'offered' | 'copied' | 'byHand';
  readonly link: URL;
};

/** What is offered beside the picker. */
export type FurtherView = {
  /** An app shows the page inside itself. */
  readonly inApp: boolean;
  /** The offer to pay with a phone; the code is there once it was asked for. */
  readonly phone?:
    { readonly open: boolean; readonly code?: QRCode | undefined; readonly failed: boolean } | undefined;
  readonly copying: CopyingView;
};
