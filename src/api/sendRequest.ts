import { isPaymentError, PaymentError } from '../errors.js';
import type { Attempt } from './attempt.js';
import { fetchWhole } from './fetchWhole.js';
import { mayPass, type Failure } from './mayPass.js';
import type { readRefusal } from './readRefusal.js';
import type { RetryRequest } from './retryRequest.js';
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
  /** Answers the first attempt, where it is under way already. */
  readonly early?: typeof fetch | undefined;
  /** Brings what reads a refusal and sends a load again; it is fetched only when a first attempt has failed. */
  readonly loadRest: (signal: AbortSignal) => Promise<FailureParts>;
  /** Reads the JSON. Default: as it is. */
  readonly parse?: (raw: unknown) => unknown;
  /** What a failure means. Default: itself. */
  readonly toFailure?: (error: PaymentError) => PaymentError;
};

/** What only a failed attempt needs. */
export type FailureParts = {
  readonly readRefusal: typeof readRefusal;
  readonly retryRequest: RetryRequest;
};

/**
 * Sends a request by the network policy and answers its JSON.
 *
 * Loads are tried at most three times within one budget. A payment is sent once: a request that dies may have reached the
 * server, so what follows is the payer's and the server's to decide.
 *
 * @throws PaymentError by the status and kind of failure.
 */
export async function sendRequest(sending: Sending): Promise<unknown> {
  const { timeouts, json, signal: outer } = sending;
  const payment = json !== undefined;
  const budget = payment ? timeouts.paymentMs : timeouts.loadMs;
  const limit = payment ? budget : timeouts.attemptMs;
  // Without it there is no second attempt, and the first one's failure is all there is to tell.
  const loadRest = (signal: AbortSignal): Promise<FailureParts | undefined> =>
    sending.loadRest(signal).catch(() => undefined);
  const attempt: Attempt = async (request, fetchOne = sending.fetch) => {
    const response = await fetchWhole(request, limit, fetchOne);
    const { ok, status } = response;
    if (ok) return response;
    const refusal = await (await loadRest(request.signal))?.readRefusal(response);
    throw refusal ?? new PaymentError('server', 'The API refused.', { status });
  };
  if (outer.aborted) throw stopped();
  try {
    return await withinTime(outer, budget, async (signal) => {
      const deadline = performance.now() + budget;
      const first = attempt(toRequest(sending, signal), sending.early);
      const response = await first.catch(async (error: unknown) => {
        if (payment || !mayPass(error as Failure)) throw error;
        const rest = await loadRest(signal);
        if (!rest) throw error;
        return rest.retryRequest(toRequest(sending, signal), first, attempt, deadline);
      });
      const raw = parseJson(await response.text());
      return sending.parse ? sending.parse(raw) : raw;
    });
  } catch (cause) {
    const error = outer.aborted ? stopped() : toOwnError(cause);
    throw sending.toFailure?.(error) ?? error;
  }
}

function toOwnError(cause: unknown): PaymentError {
  return isPaymentError(cause)
    ? cause
    : new PaymentError('network', 'The API could not be asked.', { cause });
}

function toRequest({ url, form, json, token, idempotencyKey }: Sending, signal: AbortSignal): Request {
  return new Request(url, {
    method: json !== undefined || form ? 'POST' : 'GET',
    body: json !== undefined ? JSON.stringify(json) : form ? new URLSearchParams(form) : null,
    headers: {
      accept: 'application/json',
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    redirect: 'manual',
    signal,
  });
}

function stopped(): PaymentError {
  return new PaymentError('aborted', 'The request was stopped.');
}

function parseJson(text: string): unknown {
  // A sign-in page of a network that wants something first answers 200 with HTML.
  const reason = text === '' ? 'empty' : /^\s*</.test(text) ? 'html' : 'json';
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PaymentError('response_invalid', 'The API answered no JSON.', {
      reason,
      cause,
    });
  }
}
