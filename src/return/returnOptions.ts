import type { Appearance } from '../core/appearance.js';
import type { Messages } from '../core/messageKeys.js';

/**
 * What your server says of the payment that the payer comes back from. It is your own record, made by Checkout's callback;
 * what is not known yet is left out.
 */
export type ReturnedPayment = {
  /**
   * The word of Checkout's callback: `SUCCEEDED`, `DECLINED`, `FAILED`, `CANCELLED`, `ERROR`, `PENDING` or `NEW`, in capitals or
   * not; `PAID` says the same as `SUCCEEDED`. Any other word, or none, means that nothing is known yet.
   */
  readonly status?: string | undefined;
  /** What the payer has to be told of a decline: the callback's `customerErrorMessage`, where it must be shown. */
  readonly message?: string | undefined;
  /** The payment link: the way back to the other methods for a payer who has not paid. An absolute https address. */
  readonly paymentLink?: string | undefined;
  /** Checkout's session id: tells the tabs of this browser that have the same order open, at once. */
  readonly sessionId?: string | undefined;
};

/**
 * What the payer reads of the payment.
 *
 * `waiting` is the beginning. `unclear` means that no answer came in time, or that Checkout says `ERROR`: a payment may exist.
 */
export type ReturnState =
  | { readonly name: 'waiting' | 'paid' | 'unclear' }
  | { readonly name: 'cancelled'; readonly paymentLink?: URL | undefined }
  | {
      readonly name: 'declined';
      readonly paymentLink?: URL | undefined;
      readonly message?: string | undefined;
    };

/** Options of {@link resumeFromReturn}. */
export type ReturnOptions = {
  /**
   * Asks your server what it knows. Called again until it is known; a rejection, an answer that cannot be read and one that
   * does not come mean "not known yet". The page's address must not decide what it answers beyond which order is meant.
   */
  getStatus: (context: { readonly signal: AbortSignal }) => Promise<ReturnedPayment | null | undefined>;
  /** Where it is shown. @default nothing is drawn; draw your own by `onStateChange` */
  container?: string | Element;
  /** Who is paid. @default the page's host */
  merchantName?: string;
  /** Language and region of the texts, BCP 47. @default `<html lang>`, then the browser's language */
  locale?: string;
  /** Texts to say differently, by key. */
  messages?: Partial<Messages>;
  /** How it looks, as the picker's option. */
  appearance?: Appearance;
  /** How long to go on asking, in milliseconds, each time the payer looks at the page. @default 120000 */
  limitMs?: number;
  /** How long one question may take, in milliseconds. @default 8000 */
  attemptMs?: number;
  /** Ends it when aborted: no listener, timer, question or node is left. */
  signal?: AbortSignal;
  /** What the payer reads has changed. */
  onStateChange?: (state: ReturnState) => void;
  /** Something your server said was left out; in words for a developer. */
  onWarning?: (warning: string) => void;
};
