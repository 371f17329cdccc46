import { createFakeApplePaySession } from './createFakeApplePaySession.js';
import { createFakePaymentRequest } from './createFakePaymentRequest.js';
import { createSheetDrawing } from './createSheetDrawing.js';
import { createStage, type FakeCard, type FakeSheet } from './stage.js';
import { watchGestures } from './watchGestures.js';

/** How the pretend wallets behave. */
export type FakeWalletOptions = {
  /** Draw the sheet on the page, with buttons to press. @default false, the test presses by the functions */
  readonly drawn?: boolean;
  /** Whether a payer's press is being handled. @default as the browser's own events say, which a script's press does not change */
  readonly isInGesture?: () => boolean;
  /** Whether the phone says that it can pay; asked each time. @default yes */
  readonly canPay?: (wallet: FakeSheet['wallet']) => boolean;
};

/** The payer of the pretend wallets. */
export type FakeWallets = {
  /** The sheet that is open. */
  readonly sheet: FakeSheet | undefined;
  /** Approves with a card that the sandbox then approves, or declines. @default 'approved' */
  approve(card?: FakeCard): void;
  /** Closes the sheet. */
  cancel(): void;
  /** Gives the page back what it had before. */
  uninstall(): void;
};

const NAMES = ['ApplePaySession', 'PaymentRequest'] as const;

/**
 * Puts an Apple Pay and a Google Pay on the page that behave like the real ones, their errors included, and move no money:
 * for tests, and for trying a page out in any browser. Not for a payment page in production.
 *
 * @param options - See {@link FakeWalletOptions}.
 * @returns The payer's part, for a test to play.
 * @throws Error from `approve` and `cancel` where no sheet waits for the payer.
 * @example
 * ```ts
 * import { installFakeWallets } from 'altapay-js/fake-wallets';
 *
 * const wallets = installFakeWallets({ isInGesture: () => true });
 * // … press the page's pay button, wait until `wallets.sheet?.phase` is 'choosing' …
 * wallets.approve();
 * wallets.uninstall();
 * ```
 */
export function installFakeWallets({
  drawn = false,
  isInGesture,
  canPay = () => true,
}: FakeWalletOptions = {}): FakeWallets {
  const gestures = isInGesture ? undefined : watchGestures();
  const inGesture = isInGesture ?? (() => gestures?.isNow() ?? false);
  const stage = createStage(drawn ? createSheetDrawing(() => stage) : () => undefined);
  const before = NAMES.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  const put = (name: (typeof NAMES)[number], value: unknown): void =>
    void Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  put(
    'ApplePaySession',
    createFakeApplePaySession({ stage, isInGesture: inGesture, canMakePayments: () => canPay('Apple Pay') }),
  );
  put(
    'PaymentRequest',
    createFakePaymentRequest({ stage, isInGesture: inGesture, canMakePayment: () => canPay('Google Pay') }),
  );
  return {
    get sheet() {
      return stage.now();
    },
    approve: (card = 'approved') => stage.press((actions) => actions.approve(card), ['choosing']),
    cancel: () => stage.press((actions) => actions.cancel(), ['validating', 'choosing', 'paying']),
    uninstall() {
      gestures?.stop();
      stage.clear();
      for (const [name, descriptor] of before)
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else Reflect.deleteProperty(globalThis, name);
    },
  };
}
