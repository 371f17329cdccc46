// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { createPaymentLink, isCheckoutError } from '../../src/server/index.js';
import { createSandbox, type Fault } from '../../src/sandbox/index.js';
import { API, order as sample } from '../sandbox/checkoutClient.js';

const order = {
  ...sample,
  orderLines: [
    {
      itemId: 'mug',
      description: 'Mug',
      quantity: 2,
      unitPrice: 79.8,
      taxAmount: 39.9,
      goodsType: 'item' as const,
    },
    { itemId: 'post', description: 'Delivery', quantity: 1, unitPrice: 50, goodsType: 'shipment' as const },
  ],
};
const credentials = { username: 'sandbox', password: 'sandbox' };
const url = 'https://shop.test/pay';

/** A sandbox on the real clock, as the tokens' expiry is read on it, and what it was asked. */
function openCheckout(faults: readonly Fault[] = []) {
  const sandbox = createSandbox({ faults });
  const bodies: unknown[] = [];
  const ask: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const text = await request.clone().text();
    if (text) bodies.push(JSON.parse(text));
    return sandbox.fetch(request);
  };
  const asked = () =>
    sandbox.ledger().requests.map(({ path, status }) => `${path.split('/').pop()} ${status}`);
  const link = (options: object = {}) =>
    createPaymentLink({ apiUrl: API, credentials, order, url, fetch: ask, ...options });
  return { sandbox, asked, bodies, link, ask };
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (isCheckoutError(error) ? error : undefined),
  );

describe('a payment link', () => {
  it('opens the order on the page that was named', async () => {
    const { asked, bodies, link, sandbox } = openCheckout();
    const callbacks = { notification: 'https://shop.test/notification', bodyFormat: 'JSON' as const };
    const before = Date.now();
    const created = await link({ callbacks, configuration: { language: 'da' }, size: 200, validityTime: 60 });
    expect(asked()).toEqual(['authenticate 200', 'session 200', 'link 200']);
    expect(bodies).toEqual([
      { order, callbacks, configuration: { language: 'da' } },
      { url, size: 200, validityTime: 60, activationTime: 10 },
    ]);
    const { headers } = await sandbox.fetch(new Request(created.paymentLink));
    expect(headers.get('location')).toBe(`${url}#sessionId=${created.sessionId}&linkId=${created.id}`);
    expect(Buffer.from(created.qrCode, 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(created.expiresAt).toBeGreaterThanOrEqual(before + 3_600_000);
    expect(created.expiresAt).toBeLessThanOrEqual(Date.now() + 3_600_000);
  });

  it('is made again for a session there is, and asks for no second session', async () => {
    const { asked, link } = openCheckout();
    const first = await link();
    const again = await link({ order: undefined, sessionId: first.sessionId });
    expect(again.sessionId).toBe(first.sessionId);
    expect(again.id).not.toBe(first.id);
    expect(asked()).toEqual(['authenticate 200', 'session 200', 'link 200', 'link 200']);
  });

  it('takes the data: off a QR code, and a token that does not tell when it ends', async () => {
    const answers: Record<string, object> = {
      authenticate: { token: 'opaque' },
      session: { sessionId: 's1' },
      link: { id: 'l1', paymentLink: 'https://checkout.test/l1', qrCode: 'data:image/png;base64,iVBO' },
    };
    const asked: string[] = [];
    const ask: typeof fetch = async (input) => {
      const name = new URL((input as Request).url).pathname.split('/').pop()!;
      asked.push(name);
      return Response.json(answers[name]);
    };
    const created = await createPaymentLink({ apiUrl: `${API}/`, credentials, order, fetch: ask });
    expect(created).toMatchObject({ id: 'l1', sessionId: 's1', qrCode: 'iVBO' });
    expect(asked).toEqual(['authenticate', 'session', 'authenticate', 'link']);
  });
});

describe('the token', () => {
  it('is kept for the links that follow, and asked for once by those who come together', async () => {
    const { asked, link } = openCheckout();
    await Promise.all([link(), link(), link()]);
    await link();
    expect(asked().filter((call) => call.startsWith('authenticate'))).toEqual(['authenticate 200']);
    await link({ reuseToken: false });
    expect(asked().filter((call) => call.startsWith('authenticate'))).toHaveLength(2);
  });

  it('is asked for again when it runs out, and when Checkout no longer takes it', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { asked, link, sandbox } = openCheckout();
      await link();
      vi.setSystemTime(Date.now() + 59.5 * 60_000);
      await link();
      expect(asked().filter((call) => call.startsWith('authenticate'))).toHaveLength(2);
      expect(asked()).not.toContain('session 401');

      sandbox.advance(61);
      await link();
      expect(asked().slice(-5)).toEqual([
        'link 200',
        'session 401',
        'authenticate 200',
        'session 200',
        'link 200',
      ]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('of one account is never used for another, nor kept after a refusal', async () => {
    const { link } = openCheckout();
    await link();
    const wrong = { username: 'sandbox', password: 'guess-of-somebody' };
    const error = await failureOf(link({ credentials: wrong }));
    expect(error).toMatchObject({
      code: 'unauthorized',
      status: 401,
      apiCode: 'CREDENTIALS_WRONG',
      retryable: false,
    });
    expect(error?.correlationId).toMatch(/^[\w-]{36}$/);
    await expect(link()).resolves.toBeDefined();
  });

  it('goes out in UTF-8 (RFC 7617)', async () => {
    let authorization = '';
    const ask: typeof fetch = async (input) => {
      authorization = (input as Request).headers.get('authorization') ?? '';
      return new Response(null, { status: 403 });
    };
    const error = await failureOf(
      createPaymentLink({
        apiUrl: API,
        credentials: { username: 'bør', password: 'på:st' },
        order,
        fetch: ask,
      }),
    );
    expect(error?.code).toBe('forbidden');
    expect(Buffer.from(authorization.replace('Basic ', ''), 'base64').toString()).toBe('bør:på:st');
  });

  it('stands in no error, whatever Checkout repeats', async () => {
    const token = `${'a'.repeat(20)}.${'b'.repeat(20)}.${'c'.repeat(20)}`;
    const ask: typeof fetch = async (input) =>
      new URL((input as Request).url).pathname.endsWith('/authenticate')
        ? Response.json({ token })
        : Response.json({ detail: `Bearer ${token} is for https://other.test/x only.` }, { status: 400 });
    const error = await failureOf(createPaymentLink({ apiUrl: API, credentials, order, fetch: ask }));
    expect(error?.message).toBe('Checkout could not make the session: 400 Bearer [id] is for [url] only.');
    expect(JSON.stringify(error) + String(error?.stack) + String(error?.cause)).not.toContain(token);
  });
});

describe('a Checkout that fails', () => {
  it('is asked again, session and link included', async () => {
    const { asked, link } = openCheckout([
      { match: 'POST /session', kind: 'status', status: 503, handled: true },
      { match: 'POST /session/*/link', kind: 'status', status: 502, handled: true },
    ]);
    await expect(link()).resolves.toMatchObject({ sessionId: expect.any(String) });
    expect(asked()).toEqual(['authenticate 200', 'session 503', 'session 200', 'link 502', 'link 200']);
  });

  it.each([
    ['refused', 422],
    ['not_found', 410],
    ['unauthorized', 401],
    ['forbidden', 403],
  ])('is not asked again after %s', async (code, status) => {
    const { asked, link } = openCheckout([
      { match: 'POST /authenticate', kind: 'status', status, times: 'always' },
    ]);
    expect((await failureOf(link()))?.code).toBe(code);
    expect(asked()).toHaveLength(1);
  });

  it('is named by the step, the status and the fields it names', async () => {
    const { link, sandbox } = openCheckout();
    sandbox.addFault({ match: 'POST /session/*/link', kind: 'status', status: 422, code: 'LINK_LIMIT' });
    expect((await failureOf(link()))?.message).toBe(
      'Checkout could not make the payment link: 422 LINK_LIMIT A fault of the sandbox.',
    );
    const error = await failureOf(link({ order: { ...order, orderId: 'x'.repeat(101) } }));
    expect(error).toMatchObject({ code: 'refused', status: 400, fields: [{ field: 'order.orderId' }] });
    expect(error?.message).toContain('400 VALIDATION_FAILED order.orderId ');
  });

  it.each<[string, string, () => Promise<Response>]>([
    ['response_invalid', 'its answer is not JSON', async () => new Response('<html>')],
    [
      'response_invalid',
      'it answers with a redirect',
      async () => Response.redirect('https://elsewhere.test/', 302),
    ],
    ['response_invalid', 'no readable token', async () => Response.json({ token: 'two words' })],
    ['response_invalid', 'no readable token', async () => Response.json(null)],
  ])('%s: %s', async (code, message, answer) => {
    const error = await failureOf(createPaymentLink({ apiUrl: API, credentials, order, fetch: answer }));
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('is waited for no longer than was said, and is left alone once the signal says so', async () => {
    const never: typeof fetch = () => new Promise(() => undefined);
    const timeouts = { attemptMs: 20, totalMs: 30 };
    const late = await failureOf(
      createPaymentLink({ apiUrl: API, credentials, order, fetch: never, timeouts }),
    );
    expect(late).toMatchObject({ code: 'timeout', retryable: true });
    const signal = AbortSignal.abort(new Error('secret reason'));
    const stopped = await failureOf(
      createPaymentLink({ apiUrl: API, credentials, order, fetch: never, signal }),
    );
    expect(stopped?.code).toBe('aborted');
  });
});
