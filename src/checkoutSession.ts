import type { Initiation, Order, PaymentMethod } from './core/session.js';
import type { SessionState } from './core/sessionState.js';
import type { PaymentError } from './errors.js';

/** How a payment left the page. */
export type HandOffResult =
  /** The payer is sent to `initiation.url`, once it has passed the guard. */
  | { readonly type: 'redirect'; readonly initiation: Initiation }
  /** The method did everything here (a wallet): the session is asked what came of it. */
  | { readonly type: 'completed' }
  /** The payer closed the wallet: nothing was started. */
  | { readonly type: 'cancelled' };

/** What a session tells its listeners, by event name; also the `detail` of the container's `altapay:*` events. */
export type SessionEvents = {
  /** The order and its methods are on the screen. */
  ready: { readonly session: CheckoutSession };
  methodselected: { readonly session: CheckoutSession; readonly method: PaymentMethod };
  /** Checkout has created a payment; the payer is about to be sent to it. It is not paid yet. */
  paymentinitiated: { readonly session: CheckoutSession; readonly initiation: Initiation };
  failure: { readonly session: CheckoutSession; readonly error: PaymentError };
  statechange: {
    readonly session: CheckoutSession;
    readonly state: SessionState;
    readonly before: SessionState;
  };
};

/** One order on its way to a payment. Made by {@link initFromQR} and {@link initiate}. */
export type CheckoutSession = {
  /** Where the session stands; switch on `state.name`. */
  readonly state: SessionState;
  /** The order, once the API has answered. */
  readonly order: Order | undefined;
  /** The methods the payer can choose from, in the order to show them; empty until the API has answered. */
  readonly paymentMethods: readonly PaymentMethod[];
  /**
   * Draws the picker into an element.
   *
   * @param container - An element, or a selector that finds one once the document is ready.
   * @returns The session, once the methods can be chosen.
   * @throws PaymentError `container_not_found`; `no_payment_methods`; any error that kept the methods from being shown.
   * @example
   * ```ts
   * const session = AltaPay.initiate(token, sessionId, { apiUrl });
   * await session.injectPaymentMethods('#payment');
   * ```
   */
  injectPaymentMethods(container: string | Element): Promise<CheckoutSession>;
  /**
   * Starts a payment with one method, as a press of the pay button does. While one is starting, a second call returns
   * the first one's promise: nothing is sent twice.
   *
   * @param paymentMethodId - `id` of one of {@link CheckoutSession.paymentMethods}.
   * @returns How the payment left the page.
   * @throws PaymentError `method_unavailable` for an unknown id; `offline`; `url_refused`; `outcome_unclear` when a
   *   payment may exist; the code of the API's refusal otherwise.
   * @example
   * ```ts
   * button.onclick = () => session.initiatePayment(session.paymentMethods[0].id);
   * ```
   */
  initiatePayment(paymentMethodId: string): Promise<HandOffResult>;
  /**
   * Sends the last payment again with the same idempotency key, after an unclear outcome. Where the payer was handed off by a
   * form and is still here, posts the form again: nothing is asked of Checkout then.
   *
   * @returns How the payment left the page.
   * @throws PaymentError `outcome_unclear` unless `state` is `unclear` with `retry: 'offered'`, or a form can be posted again:
   *   only then is it safe.
   */
  retryPayment(): Promise<HandOffResult>;
  /**
   * Asks Checkout again: the order, its methods and its state. After a failed load, loads anew.
   *
   * @returns The session, with what Checkout said. A failed request leaves a state that says so.
   */
  refresh(): Promise<CheckoutSession>;
  /** Ends the session: no listener, timer, request or node is left. A second call does nothing. */
  destroy(): void;
  /**
   * Listens to the session.
   *
   * @param type - Name of the event.
   * @param listener - Called with the event; what it throws is reported to the page, not to the payer.
   * @returns Its own removal.
   * @example
   * ```ts
   * const stop = session.on('statechange', ({ state }) => console.log(state.name));
   * ```
   */
  on<Type extends keyof SessionEvents>(
    type: Type,
    listener: (event: SessionEvents[Type]) => void,
  ): () => void;
};
