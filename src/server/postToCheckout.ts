import ky, { HTTPError } from 'ky';
import { fetchWhole } from '../api/fetchWhole.js';
import { readRetryAfter } from '../api/readRefusal.js';
import { retryWithin } from '../api/retryRequest.js';
import { withinTime } from '../api/withinTime.js';
import { PaymentError, scrubSecrets } from '../errors.js';
import { CheckoutError, type CheckoutErrorCode, type FieldProblem } from './checkoutError.js';

/** One POST of the merchant's and its limits. */
export type CheckoutPost = {
  /** Completes "Checkout could not …". */
  readonly step: string;
  readonly url: URL;
  readonly authorization: string;
  readonly json?: unknown;
  readonly timeouts: { readonly attemptMs: number; readonly totalMs: number };
  readonly signal?: AbortSignal | undefined;
  readonly fetch?: typeof fetch | undefined;
};

/**
 * Sends one of the three calls and answers its JSON, after at most three attempts.
 *
 * All three may be sent again. A second token, or a second link to one session, takes nothing from anybody. A session whose
 * answer was lost has no link, and nobody knows its id, so nobody can pay it: what stays is a record without a payment.
 */
export async function postToCheckout(post: CheckoutPost): Promise<unknown> {
  const { step, url, authorization, json, timeouts } = post;
  const outer = post.signal ?? new AbortController().signal;
  try {
    return await withinTime(outer, timeouts.totalMs, async (signal) => {
      const retry = retryWithin(performance.now() + timeouts.totalMs);
      const response = await ky.post(url, {
        ...(json !== undefined && { json }),
        headers: { accept: 'application/json', authorization },
        redirect: 'manual',
        signal,
        timeout: false,
        retry: { ...retry, shouldRetry: ({ error }) => retry.shouldRetry({ error: toFailure(error) }) },
        fetch: (request) => fetchWhole(request as Request, timeouts.attemptMs, post.fetch),
      });
      return await readJson(response);
    });
  } catch (cause) {
    if (outer.aborted)
      throw new CheckoutError('aborted', `Checkout was not asked to ${step}: it was stopped.`);
    throw await toCheckoutError(step, cause);
  }
}

function toFailure(error: Error): object {
  if (!(error instanceof HTTPError)) return error;
  const { status, headers } = error.response;
  return { status, retryAfterMs: readRetryAfter(headers) };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new PaymentError('response_invalid', 'its answer is not JSON', { cause });
  }
}

// ky's own errors hold the request with its credentials, and never leave this file.
async function toCheckoutError(step: string, cause: unknown): Promise<CheckoutError> {
  const say = (what: string): string => `Checkout could not ${step}: ${what}.`;
  if (cause instanceof HTTPError) return fromStatus(cause.response, say);
  const code = cause instanceof PaymentError ? cause.code : 'network';
  if (code === 'response_invalid') {
    const { reason } = cause as PaymentError;
    const what = { redirect: 'it answers with a redirect', size: 'its answer is larger than 1 MiB' }[
      reason ?? ''
    ];
    return new CheckoutError('response_invalid', say(what ?? 'its answer is not JSON'), { cause });
  }
  if (code === 'timeout') return new CheckoutError('timeout', say('it took too long'), { cause });
  return new CheckoutError('network', say('it does not answer'), { cause });
}

const BY_STATUS: Partial<Record<number, CheckoutErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  410: 'not_found',
  429: 'rate_limited',
};

async function fromStatus(response: Response, say: (what: string) => string): Promise<CheckoutError> {
  const { status, headers } = response;
  const problem = await readProblem(response);
  const code = BY_STATUS[status] ?? (status < 500 ? 'refused' : 'server');
  const what =
    problem.fields?.map(({ field, message }) => `${field} ${message}`).join('; ') ?? problem.detail;
  return new CheckoutError(code, say([status, problem.apiCode, what].filter(Boolean).join(' ')), {
    status,
    apiCode: problem.apiCode,
    fields: problem.fields,
    correlationId: headers.get('x-correlation-id') ?? undefined,
  });
}

type Problem = {
  readonly apiCode?: string | undefined;
  readonly detail?: string | undefined;
  readonly fields?: readonly FieldProblem[] | undefined;
};

/** RFC 9457 problem details, as far as there are any (mark O): AltaPay publishes no error body. */
async function readProblem(response: Response): Promise<Problem> {
  try {
    const { code, detail, title, errors } = (await response.json()) as Record<string, unknown>;
    return {
      apiCode: typeof code === 'string' && /^[A-Z_]{1,64}$/.test(code) ? code : undefined,
      detail: toText(detail) ?? toText(title),
      fields: Array.isArray(errors) ? (errors as unknown[]).flatMap(toField) : undefined,
    };
  } catch {
    return {};
  }
}

function toField(error: unknown): FieldProblem[] {
  const { field, message } = (error ?? {}) as Record<string, unknown>;
  const [path, what] = [toText(field), toText(message)];
  return path !== undefined && what !== undefined ? [{ field: path, message: what }] : [];
}

/** A short text of theirs, without what it might repeat of ours. */
function toText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== ''
    ? scrubSecrets(value).slice(0, 200).replace(/\.$/, '')
    : undefined;
}
