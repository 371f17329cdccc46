import { toScrubbedCause } from '../errors.js';

/**
 * What can fail between your server and Checkout, as a stable code to switch on.
 *
 * | Code | What happened |
 * |---|---|
 * | `options_invalid` | an option or the order cannot be right; nothing was sent. `fields` names each |
 * | `unauthorized` `forbidden` | the credentials are wrong, or may not do this (401, 403) |
 * | `not_found` | Checkout does not know the session (404, 410) |
 * | `refused` | Checkout did not accept the request (any other 4xx); `fields` where it names some |
 * | `rate_limited` `server` `network` `timeout` | Checkout could not be asked, or could not answer; tried three times |
 * | `response_invalid` | Checkout answered something that is not its contract |
 * | `aborted` | your `signal` stopped it |
 * | `signature_missing` `signature_malformed` `signature_wrong` | not a callback of Checkout's, or another secret: answer 401 |
 * | `signature_stale` | signed by Checkout, but too old or from the future: caught and sent again, or a clock is wrong |
 * | `callback_malformed` | signed by Checkout, but not to be understood |
 */
export type CheckoutErrorCode =
  | 'options_invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'refused'
  | 'rate_limited'
  | 'server'
  | 'network'
  | 'timeout'
  | 'response_invalid'
  | 'aborted'
  | 'signature_missing'
  | 'signature_malformed'
  | 'signature_wrong'
  | 'signature_stale'
  | 'callback_malformed';

/** A field that is wrong, by its path, e.g. `order.orderLines[2].description`, and what is wrong with it. */
export type FieldProblem = { readonly field: string; readonly message: string };

/** What a {@link CheckoutError} may carry beside its code and message. */
export type CheckoutErrorDetails = {
  /** HTTP status of the answer, where there was one. */
  readonly status?: number | undefined;
  /** Checkout's own code (RFC 9457 extension), where it gave one. */
  readonly apiCode?: string | undefined;
  /** Checkout's `X-Correlation-Id`, to quote to support. */
  readonly correlationId?: string | undefined;
  readonly fields?: readonly FieldProblem[] | undefined;
  /** What was caught. Only its name and a scrubbed message are kept. */
  readonly cause?: unknown;
};

const BRAND = Symbol.for('altapay.CheckoutError');

/**
 * The one error type of `altapay-js/server`. Neither its text nor its serialised form holds a credential, a token, a secret
 * or a payment link.
 *
 * @example
 * ```ts
 * try {
 *   await createPaymentLink(options);
 * } catch (error) {
 *   if (isCheckoutError(error) && error.code === 'options_invalid') console.error(error.fields);
 * }
 * ```
 */
export class CheckoutError extends Error {
  override readonly name = 'CheckoutError';
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  declare readonly status?: number;
  declare readonly apiCode?: string;
  declare readonly correlationId?: string;
  declare readonly fields?: readonly FieldProblem[];

  constructor(
    readonly code: CheckoutErrorCode,
    message: string,
    { cause, ...details }: CheckoutErrorDetails = {},
  ) {
    super(message, cause === undefined ? {} : { cause: toScrubbedCause(cause) });
    for (const [name, value] of Object.entries(details)) {
      if (value !== undefined) Object.assign(this, { [name]: value });
    }
    this.retryable = /^(rate_limited|server|network|timeout)$/.test(code);
    Object.defineProperty(this, BRAND, { value: true });
  }

  toJSON(): object {
    return Object.assign({ message: this.message }, this);
  }
}

/**
 * Tells whether a caught value is a {@link CheckoutError}, also one from another copy of the package.
 *
 * @param value - Whatever was caught.
 * @returns `true` when it has a `code` to switch on.
 */
export function isCheckoutError(value: unknown): value is CheckoutError {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[BRAND] === true;
}
