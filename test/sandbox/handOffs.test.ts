// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { handOffMethods, type SandboxHandOff } from '../../src/sandbox/index.js';
import { ORIGIN, order, startCheckout } from './checkoutClient.js';

type WayOut = { type: string; url: string; fallbackUrl?: string; fields?: Record<string, string> };

/** A payment by a method that goes on as wished, and the checkout around it. */
async function start(handOff: SandboxHandOff, callbacks: object = {}) {
  const [method] = handOffMethods;
  const checkout = await startCheckout({
    methods: [{ ...method!, id: 'one', handOff }],
    // The shop answers every callback with its own page.
    sendCallback: () =>
      Promise.resolve(new Response(null, { status: 303, headers: { Location: 'https://shop.test/thanks' } })),
  });
  const success = { type: 'URL', value: 'https://shop.test/callbacks' };
  const sessionId = await checkout.createSession({
    order,
    callbacks: { success, failure: success, ...callbacks },
  });
  const way = (await (await checkout.pay(sessionId, 'one')).json()) as WayOut & { paymentId: string };
  return { ...checkout, sessionId, way };
}

describe('a payment in an app', () => {
  it('is answered by its scheme, with the page in the browser beside it', async () => {
    const { way } = await start('app');
    expect(way).toMatchObject({
      type: 'REDIRECT',
      url: `mobilepay://pay?payment=${way.paymentId}`,
      fallbackUrl: `${ORIGIN}/checkout/app/${way.paymentId}`,
    });
  });

  it.each([
    ['approve', 'Approved', 'PAID'],
    ['decline', 'Declined', 'OPEN'],
    ['cancel', 'Cancelled', 'OPEN'],
  ])('ends by “%s” with the way back to the shop', async (action, title, status) => {
    const { way, open, press, statusOf, sessionId } = await start('universalLink');
    expect(await (await open(way.url)).text()).toContain('value="approve"');
    expect(await statusOf(sessionId)).toBe('PROCESSING');
    const text = await (await press(way.url, action)).text();
    expect(text).toContain(title);
    expect(text).toContain('href="https://shop.test/thanks"');
    expect(await statusOf(sessionId)).toBe(status);
    expect(await (await open(way.url)).text()).toContain('This payment is over');
  });

  it('returns to the session’s own address, answered or not', async () => {
    const { way, open, press } = await start('universalLink', { redirect: 'https://shop.test/returned' });
    for (const page of [await open(way.url), await press(way.url, 'approve')])
      expect(await page.text()).toContain('href="https://shop.test/returned"');
  });
});

describe('a payment by a form', () => {
  it('is taken to the gateway by what is posted, and only by that', async () => {
    const { way, sandbox } = await start('form');
    expect(way).toMatchObject({ type: 'FORM', url: `${ORIGIN}/checkout/form` });
    const post = (fields: Record<string, string>) =>
      sandbox.fetch(new Request(way.url, { method: 'POST', body: new URLSearchParams(fields) }));
    const answer = await post(way.fields!);
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      303,
      `/checkout/gateway/${way.paymentId}`,
    ]);
    expect((await post({})).status).toBe(404);
  });
});

describe('a payment in a frame', () => {
  it.each([
    ['embedded', 'frame-ancestors http: https:', true],
    ['embeddedSilent', 'frame-ancestors http: https:', false],
    ['embeddedRefused', "frame-ancestors 'none'", true],
  ] as const)('%s has %s', async (handOff, policy, tells) => {
    const { way, open } = await start(handOff);
    const page = await open(way.url);
    expect(page.headers.get('Content-Security-Policy')).toContain(policy);
    expect((await page.text()).includes('altapay-frame')).toBe(tells);
  });

  it('says how it ended, and nothing of who paid', async () => {
    const { way, press, statusOf, sessionId } = await start('embedded');
    expect(await (await press(way.url, 'approve')).text()).toContain(`type:'completed'`);
    expect(await statusOf(sessionId)).toBe('PAID');
    const other = await start('embedded');
    expect(await (await other.press(other.way.url, 'cancel')).text()).toContain(`type:'cancelled'`);
    expect(await other.statusOf(other.sessionId)).toBe('OPEN');
  });

  it('goes on in the gateway’s own page where it is not framed', async () => {
    const { way, sandbox } = await start('embedded');
    const answer = await sandbox.fetch(new Request(way.url, { headers: { 'Sec-Fetch-Dest': 'document' } }));
    expect(answer.headers.get('Location')).toBe(`/checkout/gateway/${way.paymentId}`);
  });
});

describe('a payment that is unknown', () => {
  it.each(['app', 'frame'])('has no %s page', async (page) => {
    const { open, press } = await start('app');
    expect((await open(`${ORIGIN}/checkout/${page}/nobody`)).status).toBe(404);
    expect((await press(`${ORIGIN}/checkout/${page}/nobody`, 'approve')).status).toBe(404);
  });
});
