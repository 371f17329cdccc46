// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PaymentError } from '../../src/errors.js';
import { activationAnswer, sessionAnswer } from '../core/answers.js';
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
} from './fakeFetch.js';

const sessionId = '5b8c9f1e-0000-4000-8000-000000000001';
const link = { sessionId, linkId: 'Zk3vY0tq8mQeR2LhXw7bNA' };
const never = new AbortController().signal;
const good = json(sessionAnswer());

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

/** Asks for the session through a network, and lets all the time pass that it takes. */
async function ask(...reactions: Reaction[]) {
  const network = fakeFetch(...reactions);
  const began = performance.now();
  const asked = outcomeOf(apiWith(network.fetch).getSession(sessionId, never)).then((outcome) => ({
    ...outcome,
    tookMs: performance.now() - began,
  }));
  await vi.advanceTimersByTimeAsync(60_000);
  const { value, error, tookMs } = await asked;
  const pauses = network.sent.slice(1).map(({ at }, index) => at - (network.sent[index]?.at ?? 0));
  return { value, error: error as PaymentError | undefined, tookMs, pauses, attempts: network.sent.length };
}

describe('how often a load is tried', () => {
  it.each([408, 429, 500, 502, 503, 504])('after %d twice more', async (status) => {
    const failed = await ask(json({}, status));
    expect(failed.attempts).toBe(3);
    expect(failed.error?.status).toBe(status);
    const recovered = await ask(json({}, status), json({}, status), good);
    expect(recovered.value?.sessionId).toBe(sessionId);
  });

  it.each([400, 401, 403, 404, 409, 410, 413, 422, 501, 505])('after %d not again', async (status) => {
    expect((await ask(json({}, status))).attempts).toBe(1);
  });

  it('after no connection twice more', async () => {
    expect(await ask(unreachable)).toMatchObject({ attempts: 3, error: { code: 'network' } });
    expect((await ask(unreachable, good)).value?.sessionId).toBe(sessionId);
  });

  it('after an answer that broke off twice more', async () => {
    const { attempts, error } = await ask(brokenOff);
    expect(attempts).toBe(3);
    expect(error).toMatchObject({ code: 'network', reason: 'truncated' });
  });

  it('after an answer that is not the API’s not again', async () => {
    expect((await ask(text('<html>', 200, 'text/html'))).attempts).toBe(1);
    expect((await ask(opaqueRedirect)).attempts).toBe(1);
  });
});

describe('how long it waits in between', () => {
  it.each([
    [0, [0, 0]],
    [0.5, [200, 400]],
    [0.999, [399.6, 799.2]],
  ])('by chance (%d of) 400 and then 800 ms at most', async (chance, expected) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    const { pauses } = await ask(json({}, 500));
    expect(pauses).toHaveLength(2);
    expected.forEach((ms, index) => {
      expect(pauses[index]).toBeGreaterThanOrEqual(Math.floor(ms));
      // A timer takes a millisecond at least.
      expect(pauses[index]).toBeLessThanOrEqual(Math.max(1, Math.ceil(ms)));
    });
  });

  it.each([429, 503])('at least a second after %d, whatever chance says', async (status) => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    expect((await ask(json({}, status))).pauses.every((ms) => ms >= 1_000)).toBe(true);
  });

  it.each(['0', '-5', '0.5', 'Thu, 01 Jan 1970 00:00:00 GMT', 'soon', '1e3', ''])(
    'at least a second after a 429 that says Retry-After: %j',
    async (retryAfter) => {
      vi.spyOn(Math, 'random').mockReturnValue(0);
      const { pauses } = await ask(json({}, 429, { 'Retry-After': retryAfter }));
      expect(pauses).toHaveLength(2);
      expect(pauses.every((ms) => ms >= 1_000 && ms <= 1_001)).toBe(true);
    },
  );

  it('as long as Retry-After asks, in seconds or as a date', async () => {
    const { pauses } = await ask(json({}, 429, { 'Retry-After': '3' }), good);
    expect(pauses[0]).toBeGreaterThanOrEqual(3_000);
    expect(pauses[0]).toBeLessThanOrEqual(3_800);

    vi.setSystemTime(Date.UTC(2026, 10, 22, 12, 0, 0));
    const date = 'Sun, 22 Nov 2026 12:00:05 GMT';
    const later = await ask(json({}, 503, { 'Retry-After': date }), good);
    expect(later.pauses[0]).toBeGreaterThanOrEqual(5_000);
    expect(later.pauses[0]).toBeLessThanOrEqual(5_800);
  });

  it.each(['3600', 'Fri, 01 Jan 2100 00:00:00 GMT', '21'])(
    'not at all where Retry-After: %s does not fit into the time there is',
    async (retryAfter) => {
      const { attempts, error, tookMs } = await ask(json({}, 429, { 'Retry-After': retryAfter }));
      expect(attempts).toBe(1);
      expect(tookMs).toBeLessThan(100);
      expect(error).toMatchObject({ code: 'rate_limited', retryable: true });
      expect(error?.retryAfterMs).toBeGreaterThanOrEqual(21_000);
    },
  );
});

describe('how long it takes at most', () => {
  it('8 seconds an attempt and 20 in all, where no answer comes', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { error, attempts, pauses, tookMs } = await ask(silent);
    expect(error).toMatchObject({ code: 'timeout', retryable: true });
    expect(attempts).toBe(3);
    expect(pauses).toEqual([8_200, 8_400]);
    expect(tookMs).toBe(20_000);
  });

  it('also where the headers come at once and the body drips', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { error, pauses, tookMs } = await ask(dripping);
    expect(error?.code).toBe('timeout');
    // A timer takes a millisecond at least.
    expect(pauses).toEqual([8_001, 8_001]);
    expect(tookMs).toBe(20_000);
  });

  it('a slow first attempt leaves time for a good second one', async () => {
    const { value, attempts } = await ask(silent, good);
    expect(attempts).toBe(2);
    expect(value?.sessionId).toBe(sessionId);
  });

  it('what the merchant says', async () => {
    const network = fakeFetch(silent);
    const api = apiWith(network.fetch, { timeouts: { attemptMs: 1_000, loadMs: 1_500, paymentMs: 1 } });
    const asked = outcomeOf(api.getSession(sessionId, never));
    await vi.advanceTimersByTimeAsync(1_499);
    expect(network.sent.length).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(1);
    expect((await asked).error).toMatchObject({ code: 'timeout' });
  });
});

describe('what is no answer of the API', () => {
  it.each([
    ['a sign-in page', 'html', text('<!doctype html><title>Wi-Fi</title>', 200, 'text/html')],
    ['a page said to be JSON', 'html', text('\n <html>', 200)],
    ['an empty body', 'empty', text('', 200)],
    ['204', 'empty', text(null, 204)],
    ['no JSON', 'json', text('pong', 200)],
    ['JSON cut short within its frame', 'json', text('{"sessionId":"5b8c', 200)],
    ['a redirect as browsers show it', 'redirect', opaqueRedirect],
    ['302', 'redirect', text(null, 302)],
    ['304', 'redirect', text(null, 304)],
  ] as [string, string, Reaction][])('%s is response_invalid (%s)', async (_, reason, reaction) => {
    const { error, attempts } = await ask(reaction);
    expect(error).toMatchObject({ code: 'response_invalid', reason, retryable: true });
    expect(attempts).toBe(1);
  });

  it('JSON of another shape names the field', async () => {
    const { error } = await ask(json({ ...sessionAnswer(), sessionId: 5 }));
    expect(error).toMatchObject({ code: 'response_invalid', reason: 'sessionId' });
  });
});

describe('what is taken for an answer', () => {
  it.each([
    ['with a byte order mark', text(`\ufeff${JSON.stringify(sessionAnswer())}`)],
    ['of type problem+json', text(JSON.stringify(sessionAnswer()), 200, 'application/problem+json')],
    ['of no type', text(JSON.stringify(sessionAnswer()), 200, '')],
    ['by 201', json(sessionAnswer(), 201)],
  ] as [string, Reaction][])('JSON %s', async (_, reaction) => {
    expect((await ask(reaction)).value?.sessionId).toBe(sessionId);
  });

  it('text whose letters are cut in two between chunks', async () => {
    const bytes = new TextEncoder().encode(
      JSON.stringify({ ...sessionAnswer(), merchant: { name: 'Blåbær' } }),
    );
    const { value } = await ask(() => {
      let at = 0;
      return new Response(
        new ReadableStream({
          pull(controller) {
            if (at < bytes.length) controller.enqueue(bytes.slice(at, ++at));
            else controller.close();
          },
        }),
      );
    });
    expect(value?.merchant?.name).toBe('Blåbær');
  });
});

describe('the weight of an answer', () => {
  const MIB = 2 ** 20;

  it('may be 1 MiB', async () => {
    const body = JSON.stringify(sessionAnswer());
    const { value } = await ask(text(body + ' '.repeat(MIB - new TextEncoder().encode(body).length)));
    expect(value?.sessionId).toBe(sessionId);
  });

  it('may not be a byte more, and what is more is never read', async () => {
    let read = 0;
    let givenUp = false;
    const { error, attempts } = await ask((_, signal) => {
      signal.addEventListener('abort', () => (givenUp = true));
      const endless = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            read += 2 ** 16;
            controller.enqueue(new Uint8Array(2 ** 16).fill(32));
          },
        },
        { highWaterMark: 0 },
      );
      return new Response(endless);
    });
    expect(error).toMatchObject({ code: 'response_invalid', reason: 'size' });
    expect(attempts).toBe(1);
    expect(read).toBe(MIB + 2 ** 16);
    expect(givenUp).toBe(true);
  });
});

describe('what a refused load says', () => {
  it.each([
    [400, 'link_malformed', false],
    [422, 'link_malformed', false],
    [401, 'unauthorized', false],
    [403, 'forbidden', false],
    [404, 'link_not_found', false],
    [408, 'timeout', true],
    [409, 'outcome_unclear', false],
    [410, 'link_expired', false],
    [429, 'rate_limited', true],
    [500, 'server', true],
    [502, 'server', true],
    [503, 'server', true],
    [504, 'server', true],
    [418, 'server', true],
  ] as const)('%d is %s', async (status, code, retryable) => {
    const { error } = await ask(json({}, status, { 'X-Correlation-Id': 'c-1' }));
    expect(error).toMatchObject({ code, status, retryable, correlationId: 'c-1' });
  });

  it.each([
    [404, 'LINK_EXPIRED', 'link_expired'],
    [410, 'LINK_NOT_FOUND', 'link_not_found'],
    [410, 'SESSION_PAID', 'session_paid'],
    [409, 'SESSION_CANCELLED', 'session_cancelled'],
    [409, 'SOMETHING_ELSE', 'outcome_unclear'],
    [500, 'SESSION_PAID', 'server'],
    [401, 'SESSION_PAID', 'unauthorized'],
    [403, 'SESSION_PAID', 'forbidden'],
  ] as const)('%d is refined by the code %s to %s', async (status, apiCode, code) => {
    expect((await ask(json({ code: apiCode }, status))).error).toMatchObject({ code, status, apiCode });
  });

  it.each([
    ['no JSON', text('nope', 404)],
    ['a code that is no word', json({ code: 42 }, 404)],
    ['a code with something in it', json({ code: 'see https://evil.test' }, 404)],
    ['null', json(null, 404)],
  ] as [string, Reaction][])('by its status alone where the body is %s', async (_, reaction) => {
    const { error } = await ask(reaction);
    expect(error?.code).toBe('link_not_found');
    expect(error?.apiCode).toBeUndefined();
  });

  it('is told without URL, id, token or request', async () => {
    for (const reaction of [json({}, 404), unreachable, text('<html>')]) {
      const { error } = await ask(reaction);
      const told = [
        error?.message,
        JSON.stringify(error),
        String(error?.cause),
        JSON.stringify(error?.cause),
      ];
      expect(told.join(' ')).not.toMatch(/api\.test|5b8c9f1e|first\.token/);
      expect(Object.keys(error ?? {})).not.toContain('request');
    }
  });

  it('is “offline” where the device says it is', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(await ask(unreachable)).toMatchObject({
      attempts: 1,
      error: { code: 'offline', retryable: true },
    });
  });
});

describe('stopping', () => {
  it.each([
    ['an attempt', silent, 100],
    ['a slow body', dripping, 100],
    ['the pause before the next attempt', json({}, 503), 100],
  ] as [string, Reaction, number][])('ends %s at once', async (_, reaction, after) => {
    const network = fakeFetch(reaction);
    const stop = new AbortController();
    const asked = outcomeOf(apiWith(network.fetch).getSession(sessionId, stop.signal));
    await vi.advanceTimersByTimeAsync(after);
    stop.abort();
    expect((await asked).error).toMatchObject({ code: 'aborted' });
    expect(network.sent).toHaveLength(1);
  });

  it('before it began sends nothing', async () => {
    const network = fakeFetch(good);
    const { error } = await outcomeOf(apiWith(network.fetch).getSession(sessionId, AbortSignal.abort()));
    expect(error).toMatchObject({ code: 'aborted' });
    expect(network.sent).toHaveLength(0);
  });
});

describe('what a load sends', () => {
  const call = async (run: (api: ReturnType<typeof apiWith>) => Promise<unknown>, reaction: Reaction) => {
    const network = fakeFetch(reaction);
    await run(apiWith(network.fetch));
    expect(network.sent).toHaveLength(1);
    return network.sent[0]!;
  };
  const activated = json(activationAnswer());
  const methods = json({ methods: [] });

  it.each([
    ['a session', (api: ReturnType<typeof apiWith>) => api.getSession(sessionId, never), good],
    ['methods', (api: ReturnType<typeof apiWith>) => api.getPaymentMethods(sessionId, never), methods],
    ['an activation', (api: ReturnType<typeof apiWith>) => api.activateLink(link, never), activated],
  ] as const)('%s: no cookies, no referrer, no cache, no redirect followed', async (_, run, reaction) => {
    const { request } = await call(run, reaction);
    expect(request).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
    });
    expect(request.headers.get('accept')).toBe('application/json');
    expect(request.headers.has('idempotency-key')).toBe(false);
  });

  it('a session is asked for by its id, with the token', async () => {
    const { request } = await call((api) => api.getSession(sessionId, never), good);
    expect(request.method).toBe('GET');
    expect(request.url).toBe(`https://api.test/checkout/v1/api/session/${sessionId}`);
    expect(request.headers.get('authorization')).toBe('Bearer first.token.x');
  });

  it('its methods likewise', async () => {
    const { request } = await call((api) => api.getPaymentMethods(sessionId, never), methods);
    expect(request.url).toBe(`https://api.test/checkout/v1/api/session/${sessionId}/payment-methods`);
    expect(request.headers.get('authorization')).toBe('Bearer first.token.x');
  });

  it('an activation is a form with the link id alone, simple for CORS and without a token', async () => {
    const { request, body } = await call((api) => api.activateLink(link, never), activated);
    expect(request.method).toBe('POST');
    expect(request.url).toBe(`https://api.test/checkout/v1/api/session/${sessionId}/activation`);
    expect(body).toBe(`linkId=${link.linkId}`);
    expect(request.headers.get('content-type')).toMatch(
      /^application\/x-www-form-urlencoded(;charset=UTF-8)?$/i,
    );
    expect(request.headers.has('authorization')).toBe(false);
    const safelisted = /^(accept|accept-language|content-language|content-type)$/;
    expect([...request.headers.keys()].filter((name) => !safelisted.test(name))).toEqual([]);
  });

  it.each([
    ['a/b', 'a%2Fb'],
    ['../admin', '..%2Fadmin'],
    ['a?b#c%2F', 'a%3Fb%23c%252F'],
  ])('an id such as %s never leaves its place in the path', async (id, written) => {
    const { request } = await call((api) => api.getPaymentMethods(id, never), methods);
    expect(request.url).toBe(`https://api.test/checkout/v1/api/session/${written}/payment-methods`);
  });

  it('an activation is tried again like any load: opening twice is the same as once', async () => {
    const network = fakeFetch(unreachable, activated);
    const opened = outcomeOf(apiWith(network.fetch).activateLink(link, never));
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await opened).value?.session.sessionId).toBe(sessionId);
    expect(network.sent.map(({ body }) => body)).toEqual([`linkId=${link.linkId}`, `linkId=${link.linkId}`]);
  });

  it('the activation’s token is the one used from then on', async () => {
    const network = fakeFetch(activated, good);
    const api = apiWith(network.fetch, { token: undefined });
    await api.activateLink(link, never);
    await api.getSession(sessionId, never);
    const { token } = activationAnswer() as { token: string };
    expect(network.sent[1]?.request.headers.get('authorization')).toBe(`Bearer ${token}`);
  });

  it('the merchant’s own exchange stands in for the activation', async () => {
    const network = fakeFetch(good);
    const activate = vi.fn(() => Promise.resolve(activationAnswer()));
    const { session } = await apiWith(network.fetch, { activate }).activateLink(link, never);
    expect(session.sessionId).toBe(sessionId);
    expect(activate).toHaveBeenCalledExactlyOnceWith(link, {
      signal: expect.any(AbortSignal) as AbortSignal,
    });
    expect(network.sent).toHaveLength(0);
  });
});

describe('a token that has run out', () => {
  const refused = json({}, 401);

  it('is renewed once, and the request sent again with the new one', async () => {
    const network = fakeFetch(refused, good);
    const renewToken = vi.fn(() => Promise.resolve('second.token.x'));
    const session = await apiWith(network.fetch, { renewToken }).getSession(sessionId, never);
    expect(session.sessionId).toBe(sessionId);
    expect(renewToken).toHaveBeenCalledOnce();
    expect(network.sent.map(({ request }) => request.headers.get('authorization'))).toEqual([
      'Bearer first.token.x',
      'Bearer second.token.x',
    ]);
  });

  it('is not renewed for ever', async () => {
    const network = fakeFetch(refused);
    const renewToken = vi.fn(() => Promise.resolve('second.token.x'));
    const { error } = await outcomeOf(apiWith(network.fetch, { renewToken }).getSession(sessionId, never));
    expect(error).toMatchObject({ code: 'unauthorized' });
    expect(renewToken).toHaveBeenCalledOnce();
    expect(network.sent).toHaveLength(2);
  });

  it('is renewed once for two requests that it fails together', async () => {
    const byToken: Reaction = (request, signal) =>
      (request.headers.get('authorization')?.includes('second')
        ? request.url.endsWith('methods')
          ? json({ methods: [] })
          : good
        : refused)(request, signal);
    const renewToken = vi.fn(() => Promise.resolve('second.token.x'));
    const api = apiWith(fakeFetch(byToken).fetch, { renewToken });
    await Promise.all([api.getSession(sessionId, never), api.getPaymentMethods(sessionId, never)]);
    expect(renewToken).toHaveBeenCalledOnce();
  });

  it('that cannot be renewed is what the payer hears of, not the merchant’s own error', async () => {
    for (const renewToken of [
      () => Promise.reject(new Error('my server is down')),
      () => Promise.resolve(''),
      () => {
        throw new Error('my code is wrong');
      },
    ]) {
      const network = fakeFetch(refused);
      const { error } = await outcomeOf(apiWith(network.fetch, { renewToken }).getSession(sessionId, never));
      expect(error).toMatchObject({ code: 'unauthorized' });
      expect(network.sent).toHaveLength(1);
    }
  });

  it('is asked for again by the next request, after it could not be renewed once', async () => {
    const renewToken = vi
      .fn<() => Promise<string>>()
      .mockImplementationOnce(() => {
        throw new Error('my code is wrong');
      })
      .mockResolvedValue('second.token.x');
    const api = apiWith(fakeFetch(refused, refused, good).fetch, { renewToken });
    expect((await outcomeOf(api.getSession(sessionId, never))).error).toMatchObject({ code: 'unauthorized' });
    expect((await api.getSession(sessionId, never)).sessionId).toBe(sessionId);
  });

  it('is not renewed for a page that is gone meanwhile', async () => {
    const network = fakeFetch(refused, good);
    const gone = new AbortController();
    const renewToken = (): Promise<string> => {
      gone.abort();
      return Promise.resolve('second.token.x');
    };
    const { error } = await outcomeOf(
      apiWith(network.fetch, { renewToken }).getSession(sessionId, gone.signal),
    );
    expect(error).toBeDefined();
    expect(network.sent).toHaveLength(1);
  });
});
