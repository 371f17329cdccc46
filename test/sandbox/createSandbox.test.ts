// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.js';
import { API, ORIGIN, order, readJson, startCheckout } from './checkoutClient.js';

describe('CORS', () => {
  it('answers a preflight for the headers of the page’s calls, and counts it apart', async () => {
    const sandbox = createSandbox();
    const headers = {
      Origin: 'https://shop.test',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
    };
    const response = await sandbox.fetch(new Request(`${API}/payment`, { method: 'OPTIONS', headers }));
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe(
      'Authorization,Content-Type,Idempotency-Key',
    );
    expect(response.headers.get('Access-Control-Allow-Methods')).toContain('PUT');
    expect(Number(response.headers.get('Access-Control-Max-Age'))).toBeGreaterThan(0);
    expect(sandbox.ledger()).toMatchObject({
      arrivals: 0,
      requests: [{ method: 'OPTIONS', path: '/checkout/v1/api/payment', status: 204, preflight: true }],
    });
  });

  it('lets every page read every answer, refusals included', async () => {
    const { call, createSession } = await startCheckout();
    const answers = [
      await call(`/session/${await createSession()}`),
      await call('/session/nope'),
      await call('/nope'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404]);
    const ids = answers.map(({ headers }) => headers.get('X-Correlation-Id'));
    expect(new Set(ids).size).toBe(3);
    for (const { headers } of answers) {
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(headers.get('Access-Control-Expose-Headers')).toBe('Retry-After,X-Correlation-Id');
      expect(headers.get('Cache-Control')).toBe('no-store');
    }
  });
});

describe('the ledger', () => {
  it('logs what was asked without any secret', async () => {
    const { activate, createLink, createSession, open, sandbox, startPayment, token } = await startCheckout();
    const sessionId = await createSession();
    const link = await createLink(sessionId);
    await open(link.paymentLink);
    await activate(sessionId, link.id);
    const gateway = await startPayment(sessionId);
    await open(gateway);
    await open(`${ORIGIN}/${token}`);
    const { requests } = sandbox.ledger();
    expect(requests.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      'POST /checkout/v1/api/authenticate 200',
      'POST /checkout/v1/api/session 200',
      'POST /checkout/v1/api/session/{sessionId}/link 200',
      'GET /checkout/pay/{sessionId}/{linkId} 303',
      'POST /checkout/v1/api/session/{sessionId}/activation 200',
      'POST /checkout/v1/api/payment 200',
      'GET /checkout/gateway/{paymentId} 200',
      'GET other 404',
    ]);
    for (const secret of [sessionId, link.id, token, gateway])
      expect(JSON.stringify(requests)).not.toContain(secret);
  });
});

describe('the controls', () => {
  const control = (path: string, init?: RequestInit) => new Request(`${ORIGIN}/__sandbox${path}`, init);

  it('are off unless asked for', async () => {
    const sandbox = createSandbox();
    for (const path of ['/ledger', '/sessions'])
      expect((await sandbox.fetch(control(path))).status).toBe(404);
    for (const path of ['/clock', '/reset']) {
      expect((await sandbox.fetch(control(path, { method: 'POST', body: '{}' }))).status).toBe(404);
    }
  });

  it('show ledger and sessions, move the clock, cancel and forget', async () => {
    const { activate, createLink, createSession, sandbox, startPayment, statusOf, pay } = await startCheckout(
      { controls: true },
    );
    const post = (path: string, body?: unknown) =>
      sandbox.fetch(
        control(path, { method: 'POST', ...(body !== undefined && { body: JSON.stringify(body) }) }),
      );
    const sessionId = await createSession();
    const { id } = await createLink(sessionId);
    await startPayment(sessionId);
    expect(await readJson(sandbox.fetch(control('/ledger')))).toMatchObject({
      arrivals: 1,
      keys: 0,
      paymentsCreated: 1,
      paymentsFinalised: 0,
    });
    expect(await readJson(sandbox.fetch(control('/sessions')))).toMatchObject({
      sessions: [
        {
          sessionId,
          orderId: order.orderId,
          status: 'PROCESSING',
          payments: [{ methodId: 'card', status: 'NEW' }],
        },
      ],
    });

    await activate(sessionId, id);
    expect((await readJson(post('/clock', { advanceMinutes: '10' }))).errors[0]?.field).toBe(
      'advanceMinutes',
    );
    expect((await post('/clock', { advanceMinutes: 10 })).status).toBe(200);
    expect((await activate(sessionId, id)).status).toBe(410);

    expect((await post(`/sessions/${sessionId}/cancel`)).status).toBe(204);
    expect(await statusOf(sessionId)).toBe('CANCELLED');
    expect((await post('/reset')).status).toBe(204);
    expect(sandbox.ledger()).toEqual({
      arrivals: 0,
      keys: 0,
      paymentsCreated: 0,
      paymentsFinalised: 0,
      requests: [],
      callbacks: [],
    });
    expect((await pay(sessionId)).status).toBe(404);
  });
});

describe('storage', () => {
  it('keeps orders, links, payments and keys across a restart', async () => {
    let file: string | undefined;
    const storage = {
      load: async () => file,
      save: async (text: string) => {
        file = text;
      },
    };
    const before = await startCheckout({ storage });
    const sessionId = await before.createSession();
    const link = await before.createLink(sessionId);
    const { expiresAt } = await readJson(before.activate(sessionId, link.id));
    before.sandbox.advance(5);
    const payment = await readJson(before.pay(sessionId, 'card', { key: 'k1' }));

    const after = await startCheckout({ storage });
    expect((await readJson(after.activate(sessionId, link.id))).expiresAt).toBe(expiresAt);
    expect(await readJson(after.pay(sessionId, 'card', { key: 'k1' }))).toEqual(payment);
    expect(await after.statusOf(sessionId)).toBe('PROCESSING');
    await after.press(payment.url, 'approve');
    expect(after.sandbox.ledger()).toMatchObject({
      arrivals: 2,
      keys: 1,
      paymentsCreated: 1,
      paymentsFinalised: 1,
    });

    const later = await startCheckout({ storage });
    expect(await later.statusOf(sessionId)).toBe('PAID');
  });

  it('says so when what it kept cannot be read', async () => {
    for (const text of ['{"version":2}', 'nonsense']) {
      const sandbox = createSandbox({ storage: { load: async () => text, save: async () => {} } });
      const response = await sandbox.fetch(new Request(`${API}/authenticate`, { method: 'POST' }));
      expect([response.status, (await readJson(response)).code]).toEqual([500, 'SANDBOX_FAILED']);
    }
  });
});

describe('its pages', () => {
  it('leave no 404 of an icon in the console', async () => {
    const response = await createSandbox().fetch(new Request('https://checkout.test/favicon.ico'));
    expect(response.status).toBe(204);
  });
});

describe('the default payment page', () => {
  const files = new Map([
    ['altapay.min.js', 'var AltaPay = {};'],
    ['lang/da.js', 'export {};'],
  ]);
  const readAsset = async (name: string) => {
    const text = files.get(name);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  };

  it('runs the SDK against the sandbox’s own API, under a strict policy', async () => {
    const sandbox = createSandbox({ readAsset });
    const page = await sandbox.fetch(new Request(`${ORIGIN}/checkout/page`));
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    const text = await page.text();
    expect(text).toContain('src="/checkout/assets/altapay.min.js"');
    expect(text).toContain(`data-api-url="${API}"`);
    expect(text).not.toMatch(/ style=| on\w+=/);
  });

  it('serves the SDK’s files, and no others', async () => {
    const sandbox = createSandbox({ readAsset });
    const get = (name: string) => sandbox.fetch(new Request(`${ORIGIN}/checkout/assets/${name}`));
    const script = await get('altapay.min.js');
    expect([script.headers.get('Content-Type'), await script.text()]).toEqual([
      'text/javascript; charset=utf-8',
      'var AltaPay = {};',
    ]);
    expect((await get('lang/da.js')).status).toBe(200);
    for (const name of ['nope.js', '%2e%2e/package.json', 'lang/..%2f..%2fsecret', '.env']) {
      expect((await get(name)).status).toBe(404);
    }
  });

  it('says that it has no script where it was given none', async () => {
    const page = await createSandbox().fetch(new Request(`${ORIGIN}/checkout/page`));
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('readAsset')]);
  });
});
