import type { BrowserContext, Request as PageRequest } from 'playwright-core';
import { connectionFaultOf } from '../../../src/sandbox/index.js';
import { createGate } from '../../payerPage.js';

/** Answers after which Chromium sends a request again by itself, which no page can see or stop. */
const SENT_AGAIN = /^(reset|refuse|killAfterBody)$/;

/** What stands between the pages and Checkout: keeps answers back, and knows what is still under way. */
export type ChaosNetwork = {
  /** Stands around Checkout. */
  around(request: Request, answer: () => Promise<Response>): Promise<Response>;
  watch(context: BrowserContext): void;
  hold(): void;
  letGo(): void;
  /** Whether everything that can be answered has been. */
  isQuiet(): boolean;
  /** Requests of the pages that are under way, answered or not. */
  open(): number;
  readonly tokens: readonly string[];
  /** Payment requests that have left the pages, and those that the browser may have sent again by itself. */
  posts(): number;
  resends(): number;
  /** Where requests with a token went, and pages. */
  readonly authorized: ReadonlySet<string>;
  readonly navigations: ReadonlySet<string>;
};

const keyOf = (method: string, url: string): string => `${method} ${url.split('#')[0]}`;
const isPayment = (method: string, url: string): boolean => method === 'POST' && url.endsWith('/payment');

/** @param saysStatus - Whether Checkout says where a session stands; its documentation does not promise it. */
export function watchNetwork(saysStatus: boolean): ChaosNetwork {
  const tokens: string[] = [];
  const underWay = new Set<PageRequest>();
  /** Requests that wait for something else than this machine. */
  const stuck = new Map<string, number>();
  const authorized = new Set<string>();
  const navigations = new Set<string>();
  let gate: ReturnType<typeof createGate> | undefined;
  let posts = 0;
  let resends = 0;

  const stick = (key: string, by: number): void => void stuck.set(key, (stuck.get(key) ?? 0) + by);
  const over = (request: PageRequest): void => {
    underWay.delete(request);
    stuck.delete(keyOf(request.method(), request.url()));
  };

  return {
    async around(request, answer) {
      const { url, headers: asked } = request;
      // A page's request waits for its preflight.
      const method = asked.get('access-control-request-method') ?? request.method;
      const key = keyOf(method, url);
      const response = await answer();
      if (!new URL(url).pathname.startsWith('/checkout/v1/api/')) return response;
      const fault = connectionFaultOf(response);
      if (isPayment(request.method, url) && (SENT_AGAIN.test(fault ?? '') || response.status === 408))
        resends++;
      if (fault === 'noHeaders' || fault === 'drip') stick(key, 1);
      if (gate) {
        stick(key, 1);
        await gate.opened;
        stick(key, -1);
      }
      if (fault || !response.headers.get('content-type')?.includes('json')) return response;
      const text = await response.text();
      for (const [, token] of text.matchAll(/"token":"([^"]+)"/g)) tokens.push(token!);
      const body = saysStatus ? text : text.replace(/"status":"[A-Z]+",?/, '');
      const headers = new Headers(response.headers);
      headers.delete('content-length');
      return new Response(body || null, { status: response.status, headers });
    },
    watch(context) {
      context.on('request', (request) => {
        underWay.add(request);
        if (isPayment(request.method(), request.url())) posts++;
        if (request.headers().authorization) authorized.add(request.url());
        if (request.isNavigationRequest()) navigations.add(request.url());
      });
      context.on('requestfinished', over);
      context.on('requestfailed', over);
    },
    hold: () => void (gate ??= createGate()),
    letGo() {
      gate?.open();
      gate = undefined;
    },
    isQuiet: () =>
      [...underWay].every((request) => (stuck.get(keyOf(request.method(), request.url())) ?? 0) > 0),
    open: () => underWay.size,
    tokens,
    posts: () => posts,
    resends: () => resends,
    authorized,
    navigations,
  };
}
