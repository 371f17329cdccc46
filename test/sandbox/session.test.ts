// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ORIGIN, order, readJson, startCheckout } from './checkoutClient.js';

describe('POST /session', () => {
  it('keeps what it was sent, fields it does not know included', async () => {
    const { call } = await startCheckout();
    const sent = {
      order: { ...order, colour: 'red' },
      callbacks: { success: { type: 'URL', value: 'https://shop.test/ok' }, bodyFormat: 'JSON' },
      configuration: { language: 'da' },
    };
    const made = await readJson(call('/session', { method: 'POST', json: sent }));
    expect(made).toMatchObject({ ...sent, context: { browser: {} }, status: 'OPEN' });
    expect(await readJson(call(`/session/${made.sessionId}`))).toEqual(made);
  });

  it.each([
    ['order', {}],
    ['order.orderId', { order: { ...order, orderId: undefined } }],
    ['order.amount.value', { order: { ...order, amount: { value: '249.50', currency: 'DKK' } } }],
    ['order.amount.value', { order: { ...order, amount: { value: -1, currency: 'DKK' } } }],
    ['order.amount.currency', { order: { ...order, amount: { value: 1, currency: 'kr' } } }],
    [
      'order.orderLines[1].quantity',
      { order: { ...order, orderLines: [order.orderLines[0], { ...order.orderLines[1], quantity: 0 }] } },
    ],
    [
      'callbacks.success.value',
      { order, callbacks: { success: { type: 'URL', value: 'javascript:alert(1)' } } },
    ],
    ['callbacks.bodyFormat', { order, callbacks: { bodyFormat: 'YAML' } }],
    ['(body)', []],
  ])('names the field that is wrong: %s', async (field, json) => {
    const { call } = await startCheckout();
    const response = await call('/session', { method: 'POST', json });
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = await readJson(response);
    expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', status: 400, title: 'Bad request' });
    expect(problem.errors.map((error) => error.field)).toEqual([field]);
  });

  it('refuses a body that is no JSON', async () => {
    const { call } = await startCheckout();
    const response = await call('/session', { method: 'POST', body: '{"order":' });
    expect(response.status).toBe(400);
    expect((await readJson(response)).code).toBe('BODY_MALFORMED');
  });

  it('accepts lines that do not add up to the amount', async () => {
    const { call } = await startCheckout();
    const json = { order: { ...order, amount: { value: 1, currency: 'DKK' } } };
    expect((await call('/session', { method: 'POST', json })).status).toBe(200);
  });
});

describe('PUT /session/{sessionId}', () => {
  it('replaces the whole session', async () => {
    const { call, createSession } = await startCheckout();
    const sessionId = await createSession({ order, configuration: { language: 'da' } });
    const json = { order: { ...order, amount: { value: 5, currency: 'DKK' } } };
    expect((await call(`/session/${sessionId}`, { method: 'PUT', json })).status).toBe(200);
    expect(await readJson(call(`/session/${sessionId}`))).toMatchObject({ ...json, configuration: {} });
  });

  it('names the field that is wrong, and knows no other sessions', async () => {
    const { call, createSession } = await startCheckout();
    const wrong = await call(`/session/${await createSession()}`, { method: 'PUT', json: {} });
    expect((await readJson(wrong)).errors[0]?.field).toBe('order');
    for (const id of ['nope', '__proto__', 'constructor']) {
      const unknown = await call(`/session/${id}`, { method: 'PUT', json: { order } });
      expect([unknown.status, (await readJson(unknown)).code]).toEqual([404, 'SESSION_NOT_FOUND']);
    }
  });

  it('changes nothing once the order is paid', async () => {
    const { call, createSession, press, startPayment } = await startCheckout();
    const sessionId = await createSession();
    await press(await startPayment(sessionId), 'approve');
    const response = await call(`/session/${sessionId}`, { method: 'PUT', json: { order } });
    expect([response.status, (await readJson(response)).code]).toEqual([409, 'SESSION_PAID']);
  });
});

describe('GET /session/{sessionId}/payment-methods', () => {
  const offered = async (currency: string, country?: string) => {
    const { call, createSession } = await startCheckout();
    const customer = country === undefined ? {} : { customer: { billingAddress: { country } } };
    const sessionId = await createSession({
      order: { ...order, customer: undefined, amount: { value: 1, currency }, ...customer },
    });
    return (await readJson(call(`/session/${sessionId}/payment-methods`))).methods;
  };
  const idsIn = async (currency: string, country?: string) =>
    (await offered(currency, country)).map(({ id }) => id);

  it.each([
    ['DKK', 'DK', 'card mobilepay klarna applepay googlepay banktransfer'],
    ['NOK', 'NO', 'card vipps klarna applepay googlepay banktransfer'],
    ['SEK', 'SE', 'card swish klarna applepay googlepay banktransfer'],
    ['EUR', 'NL', 'card klarna ideal applepay googlepay banktransfer'],
    ['EUR', 'fi', 'card mobilepay klarna applepay googlepay banktransfer'],
    ['EUR', undefined, 'card mobilepay klarna ideal applepay googlepay banktransfer'],
    ['USD', 'US', 'card applepay googlepay banktransfer'],
  ])('offers in %s, %s: %s', async (currency, country, ids) => {
    expect((await idsIn(currency, country)).join(' ')).toBe(ids);
  });

  it('says where each is started, absolutely, and which needs a check first', async () => {
    const methods = await offered('DKK');
    for (const method of methods) {
      expect(method.onInitiatePayment).toEqual({ type: 'URL', value: `${ORIGIN}/checkout/v1/api/payment` });
    }
    expect(methods.filter((method) => method.onRenderCheck?.type === 'FUNCTION').map(({ id }) => id)).toEqual(
      ['applepay', 'googlepay'],
    );
  });

  it('serves each logo itself', async () => {
    const { open } = await startCheckout();
    for (const { logoUrl } of await offered('EUR')) {
      const logo = await open(logoUrl);
      expect(logo.headers.get('Content-Type')).toBe('image/svg+xml');
      expect(await logo.text()).toMatch(/^<svg .*<\/svg>$/s);
    }
    expect((await open(`${ORIGIN}/checkout/logos/nope.svg`)).status).toBe(404);
  });

  it.each([
    ['iDEAL', 'iD'],
    ['Two Words', 'TW'],
    ['plain', 'p'],
    ['<script>', 's'],
  ])('draws initials for %s', async (name, initials) => {
    const { open } = await startCheckout({ methods: [{ id: 'own', type: 'OWN', name, description: '' }] });
    expect(await (await open(`${ORIGIN}/checkout/logos/own.svg`)).text()).toContain(`>${initials}</text>`);
  });

  it('offers what it was given instead', async () => {
    const methods = [{ id: 'gift', type: 'GIFT', name: '<Gift & card>', description: '' }];
    const { call, createSession, open } = await startCheckout({ methods });
    const answer = await readJson(call(`/session/${await createSession()}/payment-methods`));
    expect(answer.methods.map(({ id }) => id)).toEqual(['gift']);
    expect(await (await open(answer.methods[0]!.logoUrl)).text()).not.toContain('Gift');
  });
});
