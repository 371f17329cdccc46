import type { FakeCard, Stage } from './stage.js';

const GOOGLE_PAY = 'https://google.com/pay';

/** What a pretend Payment Request stands on. */
export type FakePaymentRequestParts = {
  readonly stage: Stage;
  readonly isInGesture: () => boolean;
  /** What `canMakePayment()` says where Google Pay is among the methods. */
  readonly canMakePayment: () => boolean;
};

type MethodData = { readonly supportedMethods: string; readonly data?: unknown };
type Details = {
  readonly total: {
    readonly label: string;
    readonly amount: { readonly currency: string; readonly value: string };
  };
};

const invalidState = (message: string): DOMException => new DOMException(message, 'InvalidStateError');

/**
 * Makes a class that behaves as a browser's `PaymentRequest` does with Google Pay in it: shown in a payer's press only and
 * once, one sheet on the page at a time, and whatever the payer closes an `AbortError`.
 *
 * @see https://www.w3.org/TR/payment-request/
 */
export function createFakePaymentRequest({ stage, isInGesture, canMakePayment }: FakePaymentRequestParts) {
  return class PaymentRequest extends EventTarget {
    readonly id = crypto.randomUUID();
    readonly #supported: boolean;
    readonly #total: Details['total'];
    #state: 'created' | 'interactive' | 'closed' = 'created';
    #giveUp: (error: DOMException) => void = () => undefined;

    constructor(methodData: readonly MethodData[], details: Details) {
      super();
      checkRequest(methodData, details);
      this.#supported = methodData.some(({ supportedMethods }) => supportedMethods === GOOGLE_PAY);
      this.#total = details.total;
    }

    canMakePayment(): Promise<boolean> {
      return this.#state === 'created'
        ? Promise.resolve(this.#supported && canMakePayment())
        : Promise.reject(invalidState('The sheet has been shown.'));
    }

    async show(): Promise<FakePaymentResponse> {
      if (!isInGesture()) throw new DOMException('It must be shown in a user gesture.', 'SecurityError');
      if (this.#state !== 'created') throw invalidState('The sheet has been shown.');
      if (stage.now()) {
        this.#state = 'closed';
        throw new DOMException('Another sheet is showing.', 'AbortError');
      }
      if (!this.#supported || !canMakePayment()) {
        this.#state = 'closed';
        throw new DOMException('No method is supported.', 'NotSupportedError');
      }
      this.#state = 'interactive';
      return new Promise((resolve, reject) => {
        const { label, amount } = this.#total;
        const show = stage.open(
          { wallet: 'Google Pay', label, amount: amount.value, currency: amount.currency, phase: 'choosing' },
          {
            approve: (card) => {
              this.#state = 'closed';
              show('paying');
              resolve(toResponse(this.id, card, () => show(undefined)));
            },
            cancel: () => this.#giveUp(new DOMException('User closed the payment sheet.', 'AbortError')),
          },
        );
        this.#giveUp = (error) => {
          this.#state = 'closed';
          show(undefined);
          reject(error);
        };
      });
    }

    abort(): Promise<void> {
      if (this.#state !== 'interactive')
        return Promise.reject(invalidState('No sheet is waiting for the payer.'));
      this.#giveUp(new DOMException('The page closed the payment sheet.', 'AbortError'));
      return Promise.resolve();
    }
  };
}

function checkRequest(methodData: readonly MethodData[], { total }: Details): void {
  if (!methodData.length) throw new TypeError('At least one payment method is required.');
  const { currency, value } = total.amount;
  if (!/^[A-Z]{3}$/i.test(currency)) throw new RangeError(`"${currency}" is no currency.`);
  if (!/^\d+(\.\d+)?$/.test(value)) throw new TypeError(`"${value}" is no amount of a total.`);
}

/** What the payer approved. */
export type FakePaymentResponse = {
  readonly requestId: string;
  readonly methodName: string;
  readonly details: unknown;
  complete(result?: 'success' | 'fail' | 'unknown'): Promise<void>;
};

function toResponse(requestId: string, card: FakeCard, close: () => void): FakePaymentResponse {
  let completed = false;
  return {
    requestId,
    methodName: GOOGLE_PAY,
    details: {
      apiVersion: 2,
      apiVersionMinor: 0,
      paymentMethodData: {
        type: 'CARD',
        description: `Pretend card, ${card}`,
        info: { cardNetwork: 'VISA', cardDetails: '0000' },
        tokenizationData: { type: 'PAYMENT_GATEWAY', token: JSON.stringify({ card }) },
      },
    },
    complete() {
      if (completed) return Promise.reject(invalidState('It has been completed.'));
      completed = true;
      close();
      return Promise.resolve();
    },
  };
}
