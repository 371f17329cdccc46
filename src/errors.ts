/**
 * Every way a payment link can fail, as a stable code to switch on. The guide `src/guides/errors.md`, in the package, has a section
 * for each: when it happens, what the payer sees, what to do.
 *
 * | Code | Whose problem | What happened |
 * |---|---|---|
 * | `options_invalid` | merchant | an option is missing, of the wrong type or contradicts another |
 * | `container_not_found` | merchant | the container is not on the page once the document is ready |
 * | `link_missing` `link_malformed` | payer | the page address holds no (readable) payment link |
 * | `link_expired` `link_not_found` | payer | the link has run out, or Checkout does not know it |
 * | `session_paid` `session_cancelled` | payer | the order is already paid, or was cancelled |
 * | `unauthorized` `forbidden` | payer | the token ran out, or may not be used for this |
 * | `no_payment_methods` | merchant | Checkout offers no method this page can show |
 * | `network` `offline` `timeout` `rate_limited` `server` | payer | the API could not be asked, or could not answer |
 * | `response_invalid` | merchant | the API answered something that is not its contract; `reason` says what |
 * | `method_unavailable` `amount_changed` | payer | the order changed since it was shown |
 * | `url_refused` | merchant | a URL did not pass the guard and was not followed |
 * | `hand_off_unsupported` `hand_off_blocked` | merchant | the payment was created, but the payer could not be taken to it |
 * | `outcome_unclear` | payer | a payment may have been created: never start another without asking |
 * | `aborted` | nobody | the payer or the page stopped it |
 * | `unsupported_browser` `insecure_context` | merchant | the page cannot take a payment here |
 */
export type PaymentErrorCode =
  | 'options_invalid'
  | 'container_not_found'
  | 'link_missing'
  | 'link_malformed'
  | 'link_expired'
  | 'link_not_found'
  | 'session_paid'
  | 'session_cancelled'
  | 'unauthorized'
  | 'forbidden'
  | 'no_payment_methods'
  | 'network'
  | 'offline'
  | 'timeout'
  | 'rate_limited'
  | 'server'
  | 'response_invalid'
  | 'method_unavailable'
  | 'amount_changed'
  | 'url_refused'
  | 'hand_off_unsupported'
  | 'hand_off_blocked'
  | 'outcome_unclear'
  | 'aborted'
  | 'unsupported_browser'
  | 'insecure_context';

/** What a {@link PaymentError} may carry beside its code and message. */
export type PaymentErrorDetails = {
  /** Refines the code: `html`, `empty`, `size`, `redirect`, or the path of the field that was wrong. */
  reason?: string | undefined;
  /** HTTP status of the answer, where there was one. */
  status?: number | undefined;
  /** The API's own code (RFC 9457 extension), where it gave one. */
  apiCode?: string | undefined;
  /** The API's `X-Correlation-Id`, to quote to support. */
  correlationId?: string | undefined;
  /** How long the API asked to be left alone, in milliseconds. */
  retryAfterMs?: number | undefined;
  /** Whether the same call may succeed later. Default: decided by the code. */
  retryable?: boolean | undefined;
  /** What was caught. Only its name and a scrubbed message are kept. */
  cause?: unknown;
};

const RETRYABLE =
  /^(network|offline|timeout|rate_limited|server|response_invalid|no_payment_methods|aborted)$/;
const BRAND = Symbol.for('altapay.PaymentError');

/**
 * The one error type of this SDK. Neither its text nor its serialised form holds an id, a token or a payer's URL.
 *
 * @example
 * ```ts
 * try {
 *   await AltaPay.initFromQR({ apiUrl, container: '#payment' });
 * } catch (error) {
 *   if (isPaymentError(error) && error.code === 'options_invalid') console.error(error.message);
 * }
 * ```
 */
export class PaymentError extends Error {
  override readonly name = 'PaymentError';
  readonly retryable: boolean;
  /** Errors of every copy of the SDK count: the script tag's is not the one of the module it loads. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isPaymentError(value);
  }

  declare readonly reason?: string;
  declare readonly status?: number;
  declare readonly apiCode?: string;
  declare readonly correlationId?: string;
  declare readonly retryAfterMs?: number;

  constructor(
    readonly code: PaymentErrorCode,
    message: string,
    { cause, ...details }: PaymentErrorDetails = {},
  ) {
    super(message, cause === undefined ? cause : { cause: toScrubbedCause(cause) });
    Object.assign(this, details);
    this.retryable = details.retryable ?? RETRYABLE.test(code);
    Object.defineProperty(this, BRAND, { value: true });
  }

  toJSON(): object {
    return Object.assign({ message: this.message }, this);
  }
}

/**
 * Tells whether a caught value is a {@link PaymentError}, also one from another copy of the SDK or another frame.
 *
 * @param value - Whatever was caught.
 * @returns `true` when it has a `code` to switch on.
 * @example
 * ```ts
 * if (isPaymentError(error) && error.retryable) showRetry();
 * ```
 */
export function isPaymentError(value: unknown): value is PaymentError {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[BRAND] === true;
}

/** Takes out of a text that is not ours whatever could be a URL, a token or an id. */
export function scrubSecrets(text: string): string {
  return text.replace(/[a-z][a-z\d+.-]*:\/\/\S+/gi, '[url]').replace(/[\w.~+/-]{20,}=*/g, '[id]');
}

/** A fresh error: the original (ky's, the merchant's) may hold the request with its URL and headers. */
export function toScrubbedCause(cause: unknown): Error {
  const original = cause instanceof Error ? cause : new Error(typeof cause);
  const scrubbed = new Error(scrubSecrets(original.message));
  scrubbed.name = original.name;
  delete scrubbed.stack;
  return scrubbed;
}
