import {
  createCheckoutApi,
  type CheckoutApi,
  type CheckoutApiOptions,
} from '../../src/api/createCheckoutApi.js';
import { initiatePayment, type PaymentRequest } from '../../src/api/initiatePayment.js';
import { readRefusal } from '../../src/api/readRefusal.js';
import { retryRequest } from '../../src/api/retryRequest.js';
import type { Initiation } from '../../src/core/session.js';

export const API = 'https://api.test/checkout/v1/api/';

/** What the network does with one request: answers, or throws. */
export type Reaction = (request: Request, signal: AbortSignal) => Response | Promise<Response>;

/** A request as it left, and when. */
export type Sent = { readonly request: Request; readonly body: string; readonly at: number };

/** A network that reacts to each request in turn, the last reaction to all that follow, and remembers what it was sent. */
export function fakeFetch(...reactions: readonly Reaction[]) {
  const sent: Sent[] = [];
  const fetchOne = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = input as Request;
    const signal = init?.signal ?? request.signal;
    signal.throwIfAborted();
    const body = await request.clone().text();
    const reaction = reactions[Math.min(sent.length, reactions.length - 1)];
    sent.push({ request, body, at: performance.now() });
    if (!reaction) throw new Error('No reaction is left for this request.');
    return reaction(request, signal);
  };
  return { fetch: fetchOne, sent };
}

export type TestApiOptions = CheckoutApiOptions & { readonly apiHosts: readonly string[] };

/** The API with its payments, as a page has it once all of the SDK is loaded. */
export type TestApi = CheckoutApi & {
  initiatePayment(payment: PaymentRequest, signal: AbortSignal): Promise<Initiation>;
};

export function apiWith(fetchOne: typeof fetch, options: Partial<TestApiOptions> = {}): TestApi {
  const all: TestApiOptions = {
    apiUrl: new URL(API),
    token: 'first.token.x',
    apiHosts: [],
    allowPrivateHttp: false,
    warn() {},
    timeouts: { attemptMs: 8_000, loadMs: 20_000, paymentMs: 20_000 },
    fetch: fetchOne,
    loadRest: () => Promise.resolve({ readRefusal, retryRequest }),
    ...options,
  };
  const api = createCheckoutApi(all);
  const payments = { ...all, sendPayment: api.sendPayment };
  return { ...api, initiatePayment: (payment, signal) => initiatePayment(payment, signal, payments) };
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Reaction =>
  () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    });

export const text =
  (body: string | null, status = 200, type = 'application/json'): Reaction =>
  () =>
    new Response(body, { status, headers: { 'Content-Type': type } });

/** Name, connection, certificate, CORS or a blocker: a browser tells a page no more than this. */
export const unreachable: Reaction = () => {
  throw new TypeError('Failed to fetch https://api.test/secret');
};

/** No headers ever, until the request is given up. */
export const silent: Reaction = (_, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

/** Headers at once, then a body byte by byte, without end. */
export const dripping: Reaction = (_, signal) => {
  let timer: ReturnType<typeof setInterval>;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      timer = setInterval(() => controller.enqueue(new Uint8Array([32])), 50);
      signal.addEventListener('abort', () => {
        clearInterval(timer);
        controller.error(signal.reason);
      });
    },
    cancel: () => clearInterval(timer),
  });
  return new Response(body, { headers: { 'Content-Type': 'application/json' } });
};

/** A body that breaks off before its end. */
export const brokenOff: Reaction = () => {
  let pulls = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (pulls++) controller.error(new TypeError('terminated'));
      else controller.enqueue(new TextEncoder().encode('{"sess'));
    },
  });
  return new Response(body);
};

/** How a browser shows a redirect that it was told not to follow. */
export const opaqueRedirect: Reaction = () => {
  const response = new Response(null);
  Object.defineProperties(response, { type: { value: 'opaqueredirect' }, status: { value: 0 } });
  return response;
};

/** What became of a promise; asked for at once, so that a rejection is never unheard. */
export async function outcomeOf<T>(promise: Promise<T>): Promise<{ value?: T; error?: unknown }> {
  return promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}
