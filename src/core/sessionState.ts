import type { PaymentError } from '../errors.js';
import type { Money, Session, PaymentMethod } from './session.js';

/** Something to tell the payer while the methods can still be chosen. */
export type ReadyNotice =
  | { readonly kind: 'attemptFailed'; readonly error: PaymentError }
  | { readonly kind: 'amountChanged'; readonly from: Money }
  | { readonly kind: 'methodGone' }
  | { readonly kind: 'cancelled' }
  /** Another tab of this browser is paying the same order. */
  | { readonly kind: 'openElsewhere' }
  | { readonly kind: 'welcomeBack' }
  /** The payer is back from a payment, and Checkout does not say what came of it. */
  | { readonly kind: 'maybePaid' };

/**
 * Where a checkout session stands, as the payer meets it.
 *
 * `loading` → `ready` → `initiating` → `handedOff` is the plain way; every other state says what came between.
 */
export type SessionState =
  | { readonly name: 'loading' }
  | {
      readonly name: 'ready';
      readonly selectedMethodId?: string | undefined;
      readonly notice?: ReadyNotice | undefined;
    }
  | { readonly name: 'initiating'; readonly methodId: string }
  /** `blocked`: the browser has shown that it did not follow; the payer gets the address as a link. */
  | {
      readonly name: 'handedOff';
      readonly methodId: string;
      readonly url: URL;
      /** The way in the browser, where `url` opens an app. */
      readonly fallbackUrl?: URL | undefined;
      readonly blocked: boolean;
    }
  /** A payment may exist. `retry`: whether a second attempt is known to be safe. */
  | {
      readonly name: 'unclear';
      /** Absent where the payment is not this page's to repeat. */
      readonly methodId?: string | undefined;
      readonly error: PaymentError;
      readonly retry: 'asking' | 'offered' | 'refused';
    }
  /** A payment is under way; `url` is where this payer was sent for it, and by which method, if it was from this page. */
  | { readonly name: 'processing'; readonly url?: URL | undefined; readonly methodId?: string | undefined }
  | { readonly name: 'paid' }
  | { readonly name: 'expired'; readonly error?: PaymentError }
  | { readonly name: 'cancelled' }
  | { readonly name: 'failed'; readonly error: PaymentError }
  | { readonly name: 'destroyed' };

export type SessionStateName = SessionState['name'];

/** What Checkout says now, beside what was shown before. */
export type Answer = {
  readonly session: Session;
  /** Every method that Checkout has told, also those that cannot be used here. */
  readonly answered?: readonly PaymentMethod[];
  readonly paymentMethods: readonly PaymentMethod[];
};

/** What can happen to a checkout session. Named in the past tense: the shell reports, the core decides. */
export type SessionEvent =
  | { readonly type: 'loaded'; readonly answer: Answer }
  | { readonly type: 'loadFailed'; readonly error: PaymentError }
  /** The same link is asked again after a failure, or another link was opened in this tab. */
  | { readonly type: 'restarted' }
  | { readonly type: 'methodSelected'; readonly methodId: string }
  | { readonly type: 'paymentConfirmed'; readonly methodId: string }
  | { readonly type: 'handedOff'; readonly url: URL; readonly fallbackUrl?: URL | undefined }
  | { readonly type: 'handOffBlocked' }
  | { readonly type: 'paymentNotCreated'; readonly error: PaymentError }
  | { readonly type: 'paymentCancelled' }
  /** A wallet says it is done; only Checkout can say whether it is paid. */
  | { readonly type: 'paymentCompleted' }
  | { readonly type: 'outcomeUnclear'; readonly error: PaymentError }
  /** The session is asked again: on return, on wake-up, after an unclear outcome. */
  | { readonly type: 'refreshStarted' }
  /** `keyAccepted`: the API is known to honour the idempotency key, so a second attempt cannot pay twice. */
  | {
      readonly type: 'refreshed';
      readonly before: Answer;
      readonly answer: Answer;
      readonly keyAccepted: boolean;
    }
  | { readonly type: 'refreshFailed'; readonly error: PaymentError; readonly keyAccepted: boolean }
  /** Another tab of this browser has begun to pay the same order, or no longer does. */
  | { readonly type: 'otherTabHeard'; readonly paying: boolean }
  /** The page was left while it asked for this payment, and is back. */
  | { readonly type: 'attemptFound'; readonly methodId: string; readonly error: PaymentError }
  | { readonly type: 'expired' }
  | { readonly type: 'destroyed' };
