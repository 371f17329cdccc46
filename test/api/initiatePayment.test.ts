// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PaymentRequest } from '../../src/api/initiatePayment.js';
import type { PaymentMethod } from '../../src/core/session.js';
import type { PaymentError, PaymentErrorCode } from '../../src/errors.js';
import { initiationAnswer } from '../core/answers.js';
import {
  apiWith,
  brokenOff,
  dripping,
  fakeFetch,
  json,
  opaqueRedirect,
  outcomeOf,
  silent,
  text,
  unreachable,
  type Reaction,
  type TestApiOptions,
} from './fakeFetch.js';

const sessionId = '5b8c9f1e-0000-4000-8000-000000000001';
const never = new AbortController().signal;
const created = json(initiationAnswer());

const methodAt = (value?: string): PaymentMethod => ({
  id: 'card',
  type: 'CARD',
  name: 'Card',
  metadata: {},
  ...(value !== undefined && { onInitiatePayment: { type: 'URL', value } }),
});

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

/** Asks for a payment through a network, and lets all the time pass that it takes. */
async function pay(
  reactions: Reaction | readonly Reaction[],
  payment: Partial<PaymentRequest> = {},
  options: Partial<TestApiOptions> = {},
) {
  const network = fakeFetch(...[reactions].flat());
  const api = apiWith(network.fetch, options);
  const began = performance.now();
  const asked = outcomeOf(api.initiatePayment({ method: methodAt(), sessionId, ...payment }, never)).then(
    (outcome) => ({ ...outcome, tookMs: performance.now() - began }),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  const { value, error, tookMs } = await asked;
  return { value, error: error as PaymentError | undefined, tookMs, sent: network.sent };
}

describe('what a payment sends', () => {
  it('is one POST of method and session, with the token', async () => {
    const { value, sent } = await pay(created);
    expect(value).toEqual(initiationAnswer());
    expect(sent).toHaveLength(1);
    const { request, body } = sent[0]!;
    expect(request.method).toBe('POST');
    expect(request.url).toBe('https://api.test/checkout/v1/api/payment');
    expect(request.headers.get('authorization')).toBe('Bearer first.token.x');
    expect(request.headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(body)).toEqual({ paymentMethodId: 'card', sessionId });
  });

  it('has no cookies, no referrer, no cache, and follows no redirect', async () => {
    const { sent } = await pay(created);
    expect(sent[0]?.request).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
    });
  });

  it.each([[{ token: 'wallet' }], [null], [0], ['']])(
    'has the method’s own data where given: %j',
    async (data) => {
      const { sent } = await pay(created, { requestData: data });
      expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
        paymentMethodId: 'card',
        sessionId,
        requestData: data,
      });
    },
  );

  it('has an Idempotency-Key only where one is given: an API that does not allow the header refuses all', async () => {
    const key = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const headerOf = async (idempotencyKey?: string) =>
      (await pay(created, { idempotencyKey })).sent[0]?.request.headers.get('idempotency-key');
    expect(await headerOf(key)).toBe(key);
    expect(await headerOf()).toBeNull();
  });
});

describe('a payment is sent once', () => {
  it.each([
    ['no connection', unreachable],
    ['no answer', silent],
    ['a dripping body', dripping],
    ['a body that breaks off', brokenOff],
    ['a redirect', opaqueRedirect],
    ['307', text(null, 307)],
    ['a sign-in page', text('<html>')],
    ['an empty answer', text('')],
    ['an answer of another shape', json({ hello: 1 })],
    ...[400, 401, 403, 404, 408, 409, 410, 422, 425, 429, 500, 501, 502, 503, 504].map((status) => [
      String(status),
      json({}, status, { 'Retry-After': '1' }),
    ]),
  ] as [string, Reaction][])('whatever comes of it: %s', async (_, reaction) => {
    const { sent, error } = await pay(reaction);
    expect(sent).toHaveLength(1);
    expect(error).toBeDefined();
  });

  it('and waited for 20 seconds at most, a slow body included', async () => {
    for (const reaction of [silent, dripping]) expect((await pay(reaction)).tookMs).toBe(20_000);
  });
});

describe('what is known after a payment was asked for', () => {
  const NOT_CREATED: [string, PaymentErrorCode, Reaction][] = [
    ['400', 'server', json({}, 400)],
    ['401', 'unauthorized', json({}, 401)],
    ['403', 'forbidden', json({}, 403)],
    ['404', 'link_not_found', json({}, 404)],
    ['410', 'link_expired', json({}, 410)],
    ['422', 'server', json({}, 422)],
    ['429', 'rate_limited', json({}, 429)],
    ['422 AMOUNT_CHANGED', 'amount_changed', json({ code: 'AMOUNT_CHANGED' }, 422)],
    ['422 METHOD_UNAVAILABLE', 'method_unavailable', json({ code: 'METHOD_UNAVAILABLE' }, 422)],
    ['410 LINK_EXPIRED', 'link_expired', json({ code: 'LINK_EXPIRED' }, 410)],
    ['409 SESSION_PAID', 'session_paid', json({ code: 'SESSION_PAID' }, 409)],
    ['410 SESSION_PAID', 'session_paid', json({ code: 'SESSION_PAID' }, 410)],
    ['409 SESSION_CANCELLED', 'session_cancelled', json({ code: 'SESSION_CANCELLED' }, 409)],
  ];
  it.each(NOT_CREATED)('%s: none was created by it, and the code is %s', async (_, code, reaction) => {
    expect((await pay(reaction)).error).toMatchObject({ code });
  });

  const UNCLEAR: [string, string, Reaction][] = [
    ['no connection', 'network', unreachable],
    ['no answer', 'timeout', silent],
    ['a dripping body', 'timeout', dripping],
    ['a body that breaks off', 'truncated', brokenOff],
    ['a sign-in page', 'html', text('<html>')],
    ['an empty answer', 'empty', text('')],
    ['204', 'empty', text(null, 204)],
    ['no JSON', 'json', text('ok')],
    ['a redirect', 'redirect', opaqueRedirect],
    ['308', 'redirect', text(null, 308)],
    ['an answer without an id', 'paymentId', json({ type: 'REDIRECT' })],
    ['an answer without a type', 'type', json({ paymentId: 'p-1' })],
    ['408', 'timeout', json({}, 408)],
    ['409', 'outcome_unclear', json({}, 409)],
    ['409 KEY_IN_PROGRESS', 'outcome_unclear', json({ code: 'KEY_IN_PROGRESS' }, 409)],
    ['422 KEY_REUSED', '', json({ code: 'KEY_REUSED' }, 422)],
    ['425', 'server', json({}, 425)],
    ['500', 'server', json({}, 500)],
    ['500 SESSION_PAID', 'server', json({ code: 'SESSION_PAID' }, 500)],
    ['502', 'server', json({}, 502)],
    ['503', 'server', json({}, 503)],
    ['504', 'server', json({}, 504)],
  ];
  it.each(UNCLEAR)('%s: one may exist, never start another (%s)', async (_, reason, reaction) => {
    const { error } = await pay(reaction);
    expect(error).toMatchObject({ code: 'outcome_unclear', retryable: false });
    if (reason) expect(error?.reason).toBe(reason);
  });

  it('a connection that went away on the way: the server may have had it all', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { error, sent } = await pay(unreachable);
    expect(sent).toHaveLength(1);
    expect(error).toMatchObject({ code: 'outcome_unclear', reason: 'offline' });
  });

  it('keeps what support will ask for', async () => {
    const { error } = await pay(json({ code: 'OVERLOADED' }, 503, { 'X-Correlation-Id': 'c-1' }));
    expect(error).toMatchObject({ status: 503, apiCode: 'OVERLOADED', correlationId: 'c-1' });
  });

  it('tells how long a 429 asks to be left alone', async () => {
    expect((await pay(json({}, 429, { 'Retry-After': '30' }))).error?.retryAfterMs).toBe(30_000);
  });

  it('is told without URL, id or token', async () => {
    const { error } = await pay(unreachable);
    const cause = error?.cause as Error;
    expect([error?.message, JSON.stringify(error), cause.message, String(cause)].join(' ')).not.toMatch(
      /api\.test|5b8c9f1e|first\.token/,
    );
  });
});

describe('a token that has run out before the payment', () => {
  const renewToken = () => Promise.resolve('second.token.x');

  it('created nothing, so the payment is sent once more with a new one', async () => {
    const { value, sent } = await pay([json({}, 401), created], { idempotencyKey: 'k-1' }, { renewToken });
    expect(value?.paymentId).toBe('p-1');
    expect(sent.map(({ request }) => request.headers.get('authorization'))).toEqual([
      'Bearer first.token.x',
      'Bearer second.token.x',
    ]);
    expect(sent.map(({ request }) => request.headers.get('idempotency-key'))).toEqual(['k-1', 'k-1']);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  });

  it('is renewed once', async () => {
    const { error, sent } = await pay(json({}, 401), {}, { renewToken });
    expect(error?.code).toBe('unauthorized');
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['no connection', unreachable],
    ['500', json({}, 500)],
    ['429', json({}, 429)],
  ] as [string, Reaction][])('is not sent a third time: %s', async (_, reaction) => {
    expect((await pay([json({}, 401), reaction], {}, { renewToken })).sent).toHaveLength(2);
  });

  it('that cannot be renewed leaves it unpaid, and says so', async () => {
    const failing = () => Promise.reject(new Error('my server is down'));
    const { error, sent } = await pay(json({}, 401), {}, { renewToken: failing });
    expect(error?.code).toBe('unauthorized');
    expect(sent).toHaveLength(1);
  });
});

describe('where a payment is asked for', () => {
  const at = (value: string, options: Partial<TestApiOptions> = {}) =>
    pay(created, { method: methodAt(value) }, options);

  it.each([
    ['the API’s own host', 'https://api.test/other/payment', {}],
    ['a host the merchant named', 'https://pay.test/payment', { apiHosts: ['pay.test'] }],
    ['a named host with its port', 'https://pay.test:8443/payment', { apiHosts: ['pay.test:8443'] }],
  ] as [string, string, Partial<TestApiOptions>][])('%s', async (_, value, options) => {
    const { sent, value: initiation } = await at(value, options);
    expect(sent.map(({ request }) => request.url)).toEqual([value]);
    expect(initiation?.paymentId).toBe('p-1');
  });

  it.each([
    ['a foreign host', 'https://evil.test/payment'],
    ['the API’s host as a user name', 'https://api.test@evil.test/payment'],
    ['a user name at the API’s host', 'https://user:pw@api.test/payment'],
    ['a host that begins alike', 'https://api.test.evil.test/payment'],
    ['a host that ends alike', 'https://evilapi.test/payment'],
    ['another port', 'https://api.test:8443/payment'],
    ['plain http', 'http://api.test/payment'],
    ['no scheme', '//api.test/payment'],
    ['a path', '/checkout/v1/api/payment'],
    ['a backslash', 'https:\\\\api.test/payment'],
    ['a script', 'javascript:alert(1)'],
    ['nothing', ''],
  ])('%s is never asked', async (_, value) => {
    const { sent, error } = await at(value, { apiHosts: ['pay.test'] });
    expect(error?.code).toBe('url_refused');
    expect(sent).toHaveLength(0);
  });

  it('a refusal names the host and the option, and not the address', async () => {
    const { error } = await at('https://evil.test/payment/secret');
    expect(error?.message).toContain('"evil.test"');
    expect(error?.message).toContain('"apiHosts"');
    expect(error?.message).not.toContain('secret');
  });

  it('plain http only where page and API are private', async () => {
    const apiUrl = new URL('http://127.0.0.1:4171/checkout/v1/api/');
    const value = 'http://127.0.0.1:4171/checkout/v1/api/payment';
    expect((await at(value, { apiUrl, allowPrivateHttp: true })).sent).toHaveLength(1);
    expect((await at(value, { apiUrl, allowPrivateHttp: false })).sent).toHaveLength(0);
  });
});
