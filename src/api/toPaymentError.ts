import { HTTPError } from 'ky';
import { PaymentError, type PaymentErrorCode } from '../errors.js';

/**
 * What ky threw, as ours. ky's own errors hold the request with its URL and headers and never leave this folder.
 *
 * @param cause - Whatever was caught.
 * @param payment - Whether a payment was asked for: most failures then leave it open whether one was created.
 */
export async function toPaymentError(cause: unknown, payment = false): Promise<PaymentError> {
  const error = cause instanceof HTTPError ? await fromStatus(cause.response, payment) : fromTransport(cause);
  if (!payment || NOT_CREATED.test(String(error.status))) return error;
  if (error.code.startsWith('session_')) return error;
  const { reason = error.code, status, apiCode, correlationId } = error;
  return new PaymentError('outcome_unclear', 'It is not known whether a payment was created.', {
    reason,
    status,
    apiCode,
    correlationId,
    cause: error,
  });
}

// Statuses after which no payment exists. Everything else is unclear, also a page that has stopped asking or a device that
// has gone offline since the request left: the server may have had it all.
const NOT_CREATED = /^(400|401|403|404|410|422|429)$/;

// The API's own codes that say more than their status; ours are the same words.
const REFINING = /^(LINK_(EXPIRED|NOT_FOUND)|SESSION_(PAID|CANCELLED)|METHOD_UNAVAILABLE|AMOUNT_CHANGED)$/;

const BY_STATUS: Partial<Record<number, PaymentErrorCode>> = {
  400: 'link_malformed',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'link_not_found',
  408: 'timeout',
  409: 'outcome_unclear',
  410: 'link_expired',
  422: 'link_malformed',
  429: 'rate_limited',
};

function fromTransport(cause: unknown): PaymentError {
  return cause instanceof PaymentError
    ? cause
    : new PaymentError('network', 'The API could not be asked.', { cause });
}

async function fromStatus(response: Response, payment: boolean): Promise<PaymentError> {
  const { status, headers } = response;
  const apiCode = await readCode(response);
  const correlationId = headers.get('x-correlation-id') ?? undefined;
  const retryAfterMs = readRetryAfter(headers);
  const details = { status, apiCode, correlationId, retryAfterMs };
  return new PaymentError(codeOf(status, apiCode, payment), `The API answered ${String(status)}.`, details);
}

function codeOf(status: number, apiCode = '', payment: boolean): PaymentErrorCode {
  const code = BY_STATUS[status] ?? 'server';
  // The status decides; a code can only refine what a refusal means.
  if (status < 400 || status > 499 || status === 401 || status === 403) return code;
  // The key stands for another payment than this one: what became of that is not known.
  if (apiCode === 'KEY_REUSED') return 'outcome_unclear';
  if (REFINING.test(apiCode)) return apiCode.toLowerCase() as PaymentErrorCode;
  return payment && code === 'link_malformed' ? 'server' : code;
}

// RFC 9457 problem details; AltaPay publishes no error body, so anything may stand here.
async function readCode(response: Response): Promise<string | undefined> {
  try {
    const problem: unknown = JSON.parse(await response.text());
    const code = (problem as { code?: unknown } | null)?.code;
    return typeof code === 'string' && /^[A-Z_]{1,64}$/.test(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** `Retry-After` in milliseconds; undefined where it is absent, hidden by CORS or not readable (RFC 9110). */
export function readRetryAfter(headers: Headers): number | undefined {
  const text = headers.get('retry-after');
  if (!text) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
