// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { order, readJson, startCheckout } from './checkoutClient.js';

const appleData = (token: unknown) => ({
  applePayRequestData: { source: 'APPLE_PAY_JS_API', providerData: JSON.stringify(token) },
});
const googleData = (token: string) => ({ googlePayRequestData: { providerData: token } });

describe('a payment that was approved in a wallet', () => {
  const payWith = async (paymentMethodId: string, requestData: unknown) => {
    const checkout = await startCheckout({ sendCallback: async () => new Response() });
    const callbacks = { notification: 'https://shop.test/notify' };
    const sessionId = await checkout.createSession({ order, callbacks });
    const response = await checkout.call('/payment', {
      method: 'POST',
      json: { paymentMethodId, sessionId, requestData },
    });
    const session = await readJson(checkout.call(`/session/${sessionId}`));
    return { answer: await readJson(response), status: response.status, session, ...checkout };
  };

  it.each([
    ['applepay', appleData({ paymentData: { card: 'approved' } }), 'SUCCEEDED', 'PAID', 1],
    ['applepay', appleData({ paymentData: { card: 'declined' } }), 'DECLINED', 'OPEN', 0],
    ['googlepay', googleData('{"card":"approved"}'), 'SUCCEEDED', 'PAID', 1],
    ['googlepay', googleData('{"card":"declined"}'), 'DECLINED', 'OPEN', 0],
  ])('is over at once: %s %j is %s', async (method, data, status, sessionStatus, finalised) => {
    const { answer, session, sandbox } = await payWith(method, data);
    expect(answer).toMatchObject({ status, type: 'WALLET', shopOrderId: order.orderId });
    expect(answer.url).toBeUndefined();
    expect(session.status).toBe(sessionStatus);
    expect(sandbox.ledger()).toMatchObject({
      paymentsCreated: 1,
      paymentsFinalised: finalised,
      callbacks: [{ kind: 'notification', outcome: status }],
    });
  });

  it.each([[{ applePayRequestData: {} }], [{ googlePayRequestData: { providerData: '' } }]])(
    'is refused without a token: %j',
    async (data) => {
      const { answer, status, sandbox } = await payWith('applepay', data);
      expect([status, answer.code]).toEqual([400, 'VALIDATION_FAILED']);
      expect(sandbox.ledger().paymentsCreated).toBe(0);
    },
  );

  it('goes on at the gateway where no wallet was used', async () => {
    const { answer } = await payWith('applepay', { locale: 'da' });
    expect(answer.type).toBe('REDIRECT');
  });
});

describe('POST /apple-pay/merchant-session', () => {
  const validationUrl = 'https://apple-pay-gateway.apple.com/paymentservices/paymentSession';
  const ask = (checkout: Awaited<ReturnType<typeof startCheckout>>, json: unknown, token?: string) =>
    checkout.call('/apple-pay/merchant-session', { method: 'POST', json, ...(token && { token }) });

  it('answers the merchant’s server what Apple answers', async () => {
    const checkout = await startCheckout();
    const answer: unknown = await (await ask(checkout, { validationUrl, domain: 'shop.test' })).json();
    expect(answer).toMatchObject({
      merchantSessionIdentifier: expect.any(String) as string,
      domainName: 'shop.test',
      displayName: 'Sandbox shop',
    });
  });

  it.each(['https://evil.test/', 'https://apple-pay-gateway.apple.com.evil.test/', 'http://127.0.0.1/'])(
    'asks nobody but Apple: %s',
    async (wrong) => {
      const checkout = await startCheckout();
      expect((await ask(checkout, { validationUrl: wrong, domain: 'shop.test' })).status).toBe(400);
    },
  );

  it('is not for a payer’s page', async () => {
    const checkout = await startCheckout();
    const sessionId = await checkout.createSession();
    const { token } = await readJson(checkout.activate(sessionId, (await checkout.createLink(sessionId)).id));
    expect((await ask(checkout, { validationUrl, domain: 'shop.test' }, token)).status).toBe(403);
  });
});
