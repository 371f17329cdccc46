import type { CheckoutSession, InitFromQROptions } from '../../../src/index.js';

/** What the SDK has told the page, in the order in which it did. */
export type Heard = {
  readonly failures: readonly { readonly code: string; readonly reason?: string; readonly status?: number }[];
  readonly warnings: readonly string[];
  readonly states: readonly string[];
  readonly rejections: readonly { readonly code: string }[];
};

/** The globals of the page that `serveFaultPage` serves. */
export type PageGlobals = {
  heard: Heard;
  session: CheckoutSession;
  opening: Promise<CheckoutSession | undefined>;
  start(more?: Partial<InitFromQROptions>): Promise<CheckoutSession | undefined>;
  /** Options that are no plain data. */
  more?: Partial<InitFromQROptions>;
  /** The page starts only when it is told. */
  waits?: boolean;
};
