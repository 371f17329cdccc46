import type { SentCallback } from './callbacks.js';
import type { State } from './store.js';

/** One answered request. The path is a template: ids and link secrets stay out. */
export type LoggedRequest = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly preflight: boolean;
};

/** One with its time: epoch milliseconds on the sandbox's clock. Only the latest are kept so. */
export type TimedRequest = LoggedRequest & { readonly at: number };

/** What reached the sandbox and what came of it: the judge of "at most one payment". */
export type Ledger = {
  /** `POST /payment` requests that came in, whatever they were answered. */
  readonly arrivals: number;
  /** Different idempotency keys among them. */
  readonly keys: number;
  readonly paymentsCreated: number;
  /** Payments that were approved; never more than sessions. */
  readonly paymentsFinalised: number;
  readonly requests: readonly LoggedRequest[];
  readonly callbacks: readonly SentCallback[];
};

const API = '/checkout/v1/api';
const TEMPLATES = [
  `${API}/authenticate`,
  `${API}/session`,
  `${API}/session/{sessionId}`,
  `${API}/session/{sessionId}/link`,
  `${API}/session/{sessionId}/activation`,
  `${API}/session/{sessionId}/payment-methods`,
  `${API}/payment`,
  `${API}/apple-pay/merchant-session`,
  '/checkout/pay/{sessionId}/{linkId}',
  '/checkout/page',
  '/checkout/assets/{asset}',
  '/checkout/assets/lang/{asset}',
  '/checkout/gateway/{paymentId}',
  '/checkout/logos/{logo}',
].map((template) => ({ template, pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`) }));

// Requests alike share one entry: a list of a million is then a list of a million pointers.
const logged = new Map<string, LoggedRequest>();

export function toLoggedRequest(request: Request, status: number): LoggedRequest {
  const { pathname } = new URL(request.url);
  const path = TEMPLATES.find(({ pattern }) => pattern.test(pathname))?.template ?? 'other';
  const preflight = request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');
  const { method } = request;
  const key = `${method} ${path} ${status} ${preflight}`;
  const entry = logged.get(key) ?? Object.freeze({ method, path, status, preflight });
  logged.set(key, entry);
  return entry;
}

export function toLedger(
  { counts }: State,
  requests: readonly LoggedRequest[],
  callbacks: readonly SentCallback[],
): Ledger {
  return { ...counts, keys: counts.keys.length, requests: [...requests], callbacks: [...callbacks] };
}
