import ky, { HTTPError } from 'ky';
import { PaymentError } from '../errors.js';
import { fetchWhole } from './fetchWhole.js';
import { readRetryAfter, toPaymentError } from './toPaymentError.js';
import { withinTime } from './withinTime.js';

/** One request and its limits. With `json` it asks for a payment, with `form` it activates, otherwise it is a GET. */
export type Sending = {
  readonly url: URL;
  readonly form?: Record<string, string>;
  readonly json?: unknown;
  readonly token?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly signal: AbortSignal;
  readonly timeouts: { readonly attemptMs: number; readonly loadMs: number; readonly paymentMs: number };
  readonly fetch?: typeof fetch | undefined;
};

const RETRY_STATUSES = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Sends a request by the network policy and answers its JSON.
 *
 * Loads are tried at most three times within one budget. A payment is sent once: a request that dies may have reached the
 * server, so what follows is the payer's and the server's to decide.
 *
 * @throws PaymentError by the status and kind of failure; for a payment `outcome_unclear` unless none was created.
 */
export async function sendRequest(sending: Sending): Promise<unknown> {
  const { timeouts, form, json, token, idempotencyKey } = sending;
  const payment = json !== undefined;
  const budget = payment ? timeouts.paymentMs : timeouts.loadMs;
  const limit = payment ? budget : timeouts.attemptMs;
  if (sending.signal.aborted) throw stopped();
  try {
    return await withinTime(sending.signal, budget, async (signal) => {
      const response = await ky(sending.url, {
        method: payment || form ? 'post' : 'get',
        ...(form && { body: new URLSearchParams(form) }),
        ...(payment && { json }),
        headers: {
          accept: 'application/json',
          ...(token && { authorization: `Bearer ${token}` }),
          ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
        },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'manual',
        signal,
        timeout: false,
        retry: payment ? { limit: 0 } : retryWithin(performance.now() + budget),
        fetch: (request) => fetchWhole(request as Request, limit, sending.fetch),
      });
      return parseJson(await response.text());
    });
  } catch (cause) {
    throw await toPaymentError(sending.signal.aborted ? stopped() : cause, payment);
  }
}

function stopped(): PaymentError {
  return new PaymentError('aborted', 'The request was stopped.');
}

// `deadline` on the monotonic clock: the phone's own may jump while we wait.
function retryWithin(deadline: number) {
  let atLeastMs = 0;
  return {
    limit: 2,
    methods: ['get', 'post'],
    shouldRetry({ error }: { error: unknown }): boolean {
      atLeastMs = 0;
      if (!(error instanceof HTTPError))
        return error instanceof PaymentError && (error.code === 'network' || error.code === 'timeout');
      const { status, headers } = error.response;
      const busy = status === 429 || status === 503;
      atLeastMs = Math.max(busy ? 1_000 : 0, readRetryAfter(headers) ?? 0);
      return RETRY_STATUSES.has(status) && performance.now() + atLeastMs < deadline;
    },
    delay: (attempt: number) => 400 * 2 ** (attempt - 1),
    jitter: (ms: number) => Math.max(atLeastMs, Math.random() * ms),
  };
}

function parseJson(text: string): unknown {
  // A sign-in page of a network that wants something first answers 200 with HTML.
  const reason = text === '' ? 'empty' : /^\s*</.test(text) ? 'html' : 'json';
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PaymentError('response_invalid', 'The API answered something that is not JSON.', {
      reason,
      cause,
    });
  }
}
