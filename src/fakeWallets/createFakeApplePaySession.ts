import { checkApplePayRequest, type FakeApplePayRequest } from './checkApplePayRequest.js';
import type { FakeCard, Stage } from './stage.js';

const TYPES = ['validatemerchant', 'paymentauthorized', 'cancel'] as const;
/** The newest version of Apple Pay JS that is played. */
const NEWEST = 14;
/** How long the sheet waits for the page, as Apple's does. */
const PATIENCE_MS = 30_000;

type Handler = ((event: Event) => void) | null;
type Phase = 'idle' | 'validating' | 'active' | 'authorized' | 'over';

/** What a pretend Apple Pay stands on. */
export type FakeApplePayParts = {
  readonly stage: Stage;
  readonly isInGesture: () => boolean;
  /** What `canMakePayments()` says. */
  readonly canMakePayments: () => boolean;
};

const invalidAccess = (message: string): DOMException => new DOMException(message, 'InvalidAccessError');

class FakeApplePaySession {
  static readonly parts: FakeApplePayParts;

  static readonly STATUS_SUCCESS = 0;
  static readonly STATUS_FAILURE = 1;

  static supportsVersion(version: number): boolean {
    if (version <= 0) throw invalidAccess(`"${version}" is not a supported version.`);
    return version <= NEWEST;
  }

  static canMakePayments(): boolean {
    if (!isSecureContext)
      throw invalidAccess('Trying to call an ApplePaySession API from an insecure document.');
    return this.parts.canMakePayments();
  }

  onvalidatemerchant: Handler = null;
  onpaymentauthorized: Handler = null;
  oncancel: Handler = null;
  readonly #request: FakeApplePayRequest;
  readonly #stage: Stage;
  // Its own, for some DOMs call what looks like a handler on every target.
  readonly #listeners = new EventTarget();
  #phase: Phase = 'idle';
  #show: ReturnType<Stage['open']> = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(version: number, request: FakeApplePayRequest) {
    if (!isSecureContext)
      throw invalidAccess('Trying to start an Apple Pay session from an insecure document.');
    this.#stage = new.target.parts.stage;
    if (!new.target.parts.isInGesture())
      throw invalidAccess('Must create a new ApplePaySession from a user gesture handler.');
    if (!FakeApplePaySession.supportsVersion(version))
      throw invalidAccess(`"${version}" is not a supported version.`);
    this.#request = checkApplePayRequest(request);
    for (const type of TYPES) this.#listeners.addEventListener(type, (event) => this[`on${type}`]?.(event));
  }

  addEventListener(type: string, listener: (event: Event) => void): void {
    this.#listeners.addEventListener(type, listener);
  }

  removeEventListener(type: string, listener: (event: Event) => void): void {
    this.#listeners.removeEventListener(type, listener);
  }

  begin(): void {
    if (this.#phase !== 'idle') throw invalidAccess('Payment session is already active.');
    if (this.#stage.now()) throw invalidAccess('Page already has an active payment session.');
    this.#phase = 'validating';
    const { currencyCode: currency, total } = this.#request;
    this.#show = this.#stage.open(
      { wallet: 'Apple Pay', label: total.label, amount: total.amount, currency, phase: 'validating' },
      { approve: (card) => this.#authorize(card), cancel: () => this.#cancel() },
    );
    this.#wait();
    // Never within `begin` itself.
    setTimeout(() => {
      if (this.#phase === 'validating')
        this.#fire('validatemerchant', {
          validationURL: 'https://apple-pay-gateway.apple.com/paymentservices/paymentSession',
        });
    });
  }

  abort(): void {
    if (this.#phase === 'idle' || this.#phase === 'over')
      throw invalidAccess('There is no session to abort.');
    this.#end();
  }

  completeMerchantValidation(merchantSession: unknown): void {
    if (this.#phase !== 'validating') throw invalidAccess('No merchant is being validated.');
    if (typeof merchantSession !== 'object' || merchantSession === null)
      throw new TypeError('The merchant session is no object.');
    if (!('merchantSessionIdentifier' in merchantSession))
      throw new TypeError('The merchant session is not one of Apple’s.');
    this.#phase = 'active';
    clearTimeout(this.#timer);
    this.#show('choosing');
  }

  completePayment(result: { readonly status: number } | number): void {
    if (this.#phase !== 'authorized') throw invalidAccess('No payment has been authorized.');
    const status = typeof result === 'number' ? result : result.status;
    if (status !== FakeApplePaySession.STATUS_SUCCESS && status !== FakeApplePaySession.STATUS_FAILURE)
      throw invalidAccess(`${status} is no status.`);
    this.#end();
  }

  #authorize(card: FakeCard): void {
    this.#phase = 'authorized';
    this.#show('paying');
    this.#wait();
    const token = {
      paymentData: { card },
      paymentMethod: { displayName: `Pretend card, ${card}`, network: 'Visa', type: 'debit' },
      transactionIdentifier: crypto.randomUUID(),
    };
    this.#fire('paymentauthorized', { payment: { token } });
  }

  #cancel(): void {
    this.#end();
    this.#fire('cancel', { sessionError: { code: 'unknown', info: {} } });
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#cancel(), PATIENCE_MS);
  }

  #end(): void {
    this.#phase = 'over';
    clearTimeout(this.#timer);
    this.#show(undefined);
  }

  #fire(type: (typeof TYPES)[number], facts: object): void {
    this.#listeners.dispatchEvent(Object.assign(new Event(type), facts));
  }
}

/**
 * Makes a class that behaves as Apple's `ApplePaySession` does in Safari: made in a payer's press only, begun once, one sheet
 * on the page at a time, the merchant validated before the payer can approve, and every call at a wrong time an
 * `InvalidAccessError`.
 *
 * @see Apple's documentation of ApplePaySession; WebKit's ApplePaySession.cpp for what is thrown when
 */
export function createFakeApplePaySession(parts: FakeApplePayParts): typeof FakeApplePaySession {
  return class ApplePaySession extends FakeApplePaySession {
    static override readonly parts = parts;
  };
}
