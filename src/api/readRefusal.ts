import { PaymentError, type PaymentErrorCode } from '../errors.js';

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

/** What an answer that is no success means, as ours: by its status first, refined by the API's own code. */
export async function readRefusal(response: Response): Promise<PaymentError> {
  const { status, headers } = response;
  const apiCode = await readCode(response);
  const correlationId = headers.get('x-correlation-id') ?? undefined;
  const retryAfterMs = readRetryAfter(headers);
  const details = { status, apiCode, correlationId, retryAfterMs };
  return new PaymentError(codeOf(status, apiCode), `The API answered ${String(status)}.`, details);
}

function codeOf(status: number, apiCode = ''): PaymentErrorCode {
  const code = BY_STATUS[status] ?? 'server';
  // The status decides; a code can only refine what a refusal means.
  if (status < 400 || status > 499 || status === 401 || status === 403) return code;
  // The key stands for another payment than this one: what became of that is not known.
  if (apiCode === 'KEY_REUSED') return 'outcome_unclear';
  return REFINING.test(apiCode) ? (apiCode.toLowerCase() as PaymentErrorCode) : code;
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
