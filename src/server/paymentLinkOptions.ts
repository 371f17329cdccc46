import type { FieldProblem } from './checkoutError.js';
import type { CheckoutCallbacks, CheckoutOrder } from './checkoutOrder.js';

/** What every payment link wants, for a new session or another link to one. */
export type CommonLinkOptions = {
  /** Address of the Checkout API, e.g. `https://testgateway.altapaysecure.com/checkout/v1/api`. */
  readonly apiUrl: string | URL;
  /** Your account for that API. They leave this process only as HTTP Basic, to `apiUrl`. */
  readonly credentials: { readonly username: string; readonly password: string };
  /** Your payment page, which the link opens. Without it, Checkout's own page opens. */
  readonly url?: string | URL | undefined;
  /**
   * Width and height of the QR image, in pixels.
   *
   * @default 500
   */
  readonly size?: number | undefined;
  /**
   * How long the link can be opened, in minutes.
   *
   * @default 20160, which is 14 days
   */
  readonly validityTime?: number | undefined;
  /**
   * How long the link stays active once it has been opened, in minutes.
   *
   * @default 10
   */
  readonly activationTime?: number | undefined;
  /**
   * Whether the token is kept until it runs out, for the links that follow. AltaPay speaks of a token for each customer
   * session; this one makes links on your server and reaches no customer.
   *
   * @default true
   */
  readonly reuseToken?: boolean | undefined;
  /**
   * Time limits of each call, in milliseconds: of one attempt, and of all three.
   *
   * @default { attemptMs: 10_000, totalMs: 30_000 }
   */
  readonly timeouts?: { readonly attemptMs?: number; readonly totalMs?: number } | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * How Checkout is asked.
   *
   * @default globalThis.fetch
   */
  readonly fetch?: typeof fetch | undefined;
  /**
   * Hears of what is sent but is probably not meant: an order whose lines come to another sum than its amount.
   *
   * @default nobody
   */
  readonly onWarning?: ((problem: FieldProblem) => void) | undefined;
};

/** A link to a new session. */
export type NewSessionOptions = {
  readonly order: CheckoutOrder;
  readonly callbacks?: CheckoutCallbacks | undefined;
  /** For example `{ language: 'da' }`. */
  readonly configuration?: Readonly<Record<string, unknown>> | undefined;
  readonly sessionId?: undefined;
};

/** A further link to a session there is: an order is then paid once, by whichever of its links. */
export type KnownSessionOptions = {
  readonly sessionId: string;
  readonly order?: undefined;
  readonly callbacks?: undefined;
  readonly configuration?: undefined;
};

export type PaymentLinkOptions = CommonLinkOptions & (NewSessionOptions | KnownSessionOptions);
