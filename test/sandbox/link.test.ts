// @vitest-environment node
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { ORIGIN, order, readJson, startCheckout } from './checkoutClient.js';

const MINUTE = 60_000;
// jsqr's types describe its ES build; Node loads the CommonJS one.
const decodeQR = jsqr as unknown as typeof jsqr.default;

describe('POST /session/{sessionId}/link', () => {
  it('answers a link and its QR code, 500 pixels wide', async () => {
    const { createLink, createSession } = await startCheckout();
    const sessionId = await createSession();
    const link = await createLink(sessionId);
    expect(link.paymentLink).toBe(`${ORIGIN}/checkout/pay/${sessionId}/${link.id}`);
    expect(link.id).toMatch(/^[\w-]{22,}$/);
    const image = PNG.sync.read(Buffer.from(link.qrCode, 'base64'));
    expect([image.width, image.height]).toEqual([500, 500]);
    expect(decodeQR(new Uint8ClampedArray(image.data), 500, 500)?.data).toBe(link.paymentLink);
  });

  it('draws the QR code in the size asked for', async () => {
    const { createLink, createSession } = await startCheckout();
    const link = await createLink(await createSession(), { size: 233 });
    const image = PNG.sync.read(Buffer.from(link.qrCode, 'base64'));
    expect(image.width).toBe(233);
    expect(decodeQR(new Uint8ClampedArray(image.data), 233, 233)?.data).toBe(link.paymentLink);
  });

  it('uses the public address where it is given one', async () => {
    const { createLink, createSession } = await startCheckout({ publicUrl: 'http://192.168.1.20:4171' });
    expect((await createLink(await createSession())).paymentLink).toMatch(
      /^http:\/\/192\.168\.1\.20:4171\/checkout\/pay\//,
    );
  });

  it.each([
    ['url', { url: '/pay' }],
    ['url', { url: 'javascript:alert(1)' }],
    ['url', { url: 'https://user:secret@shop.test/' }],
    ['size', { size: 5 }],
    ['validityTime', { validityTime: 0 }],
    ['activationTime', { activationTime: '10' }],
  ])('names the field that is wrong: %s', async (field, json) => {
    const { call, createSession } = await startCheckout();
    const response = await call(`/session/${await createSession()}/link`, { method: 'POST', json });
    expect(response.status).toBe(400);
    expect((await readJson(response)).errors.map((error) => error.field)).toEqual([field]);
  });
});

describe('GET /checkout/pay/{sessionId}/{linkId}', () => {
  it.each([
    ['https://shop.test/pay', (ids: string) => `https://shop.test/pay#${ids}`],
    ['https://shop.test/pay?lang=da', (ids: string) => `https://shop.test/pay?lang=da#${ids}`],
    ['https://shop.test/#/pay', (ids: string) => `https://shop.test/?${ids}#/pay`],
    ['https://shop.test/?lang=da#/pay', (ids: string) => `https://shop.test/?lang=da&${ids}#/pay`],
    [undefined, (ids: string) => `${ORIGIN}/checkout/page#${ids}`],
  ])('leads to %s with the ids', async (url, expected) => {
    const { createLink, createSession, open } = await startCheckout();
    const sessionId = await createSession();
    const link = await createLink(sessionId, { url });
    for (const method of ['GET', 'HEAD']) {
      const response = await open(link.paymentLink, method);
      expect(response.status).toBe(303);
      expect(response.headers.get('Location')).toBe(expected(`sessionId=${sessionId}&linkId=${link.id}`));
    }
  });

  it('never activates', async () => {
    const { activate, createLink, createSession, open, time } = await startCheckout();
    const sessionId = await createSession();
    const link = await createLink(sessionId);
    await open(link.paymentLink, 'HEAD');
    await open(link.paymentLink);
    time.now += 60 * MINUTE;
    expect((await readJson(activate(sessionId, link.id))).expiresAt).toBe(time.now + 10 * MINUTE);
  });

  it('knows only its own links, each with its own session', async () => {
    const { createLink, createSession, open } = await startCheckout();
    const link = await createLink(await createSession());
    const other = await createSession();
    expect((await open(`${ORIGIN}/checkout/pay/${other}/${link.id}`)).status).toBe(404);
    expect((await open(`${ORIGIN}/checkout/pay/${other}/__proto__`)).status).toBe(404);
  });
});

describe('POST /session/{sessionId}/activation', () => {
  it('answers everything the page needs at once', async () => {
    const { activate, createLink, createSession, time } = await startCheckout({
      merchant: { name: 'Kaffe & Co' },
    });
    const sessionId = await createSession();
    const answer = await readJson(activate(sessionId, (await createLink(sessionId)).id));
    expect(answer).toMatchObject({
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
      serverTime: time.now,
      expiresAt: time.now + 10 * MINUTE,
      session: {
        sessionId,
        order,
        status: 'OPEN',
        merchant: { name: 'Kaffe & Co' },
        expiresAt: time.now + 10 * MINUTE,
      },
    });
    expect(answer.paymentMethods.map(({ id }) => id)).toContain('mobilepay');
    expect(answer.session.callbacks).toBeUndefined();
  });

  it('gives the same end again when the link is opened again', async () => {
    const { activate, createLink, createSession, time } = await startCheckout();
    const sessionId = await createSession();
    const link = await createLink(sessionId, { activationTime: 5 });
    const first = await readJson(activate(sessionId, link.id));
    time.now += 4 * MINUTE;
    const second = await readJson(activate(sessionId, link.id));
    expect(second.expiresAt).toBe(first.expiresAt);
    expect(second.serverTime).toBe(first.serverTime + 4 * MINUTE);
  });

  it('ends with the activation window, for the link and for its token', async () => {
    const { activate, call, createLink, createSession, pay, statusOf, sandbox } = await startCheckout();
    const sessionId = await createSession();
    const link = await createLink(sessionId);
    const { token } = await readJson(activate(sessionId, link.id));
    sandbox.advance(9.99);
    expect((await call(`/session/${sessionId}`, { token })).status).toBe(200);
    sandbox.advance(0.01);
    const answers = [
      activate(sessionId, link.id),
      call(`/session/${sessionId}`, { token }),
      call(`/session/${sessionId}/payment-methods`, { token }),
      pay(sessionId, 'card', { token }),
    ];
    for (const response of await Promise.all(answers)) {
      expect([response.status, (await readJson(response)).code]).toEqual([410, 'LINK_EXPIRED']);
    }
    expect(await statusOf(sessionId)).toBe('EXPIRED');
    await createLink(sessionId);
    expect(await statusOf(sessionId)).toBe('OPEN');
  });

  it('ends with the validity where that comes first, opened or not', async () => {
    const { activate, createLink, createSession, time } = await startCheckout();
    const sessionId = await createSession();
    const opened = await createLink(sessionId, { validityTime: 3 });
    const unopened = await createLink(sessionId, { validityTime: 3 });
    const end = time.now + 3 * MINUTE;
    expect((await readJson(activate(sessionId, opened.id))).expiresAt).toBe(end);
    time.now = end;
    for (const { id } of [opened, unopened]) expect((await activate(sessionId, id)).status).toBe(410);
  });

  it('is good for two weeks unless told otherwise', async () => {
    const { activate, createLink, createSession, time } = await startCheckout();
    const sessionId = await createSession();
    const [early, late] = [await createLink(sessionId), await createLink(sessionId)];
    time.now += 20_160 * MINUTE - 1;
    expect((await activate(sessionId, early.id)).status).toBe(200);
    time.now += 1;
    expect((await activate(sessionId, late.id)).status).toBe(410);
  });

  it('says what is wrong with the link id', async () => {
    const { activate, createLink, createSession } = await startCheckout();
    const [mine, other] = [await createSession(), await createSession()];
    const link = await createLink(mine);
    expect((await readJson(activate(mine, ''))).errors[0]?.field).toBe('linkId');
    for (const [sessionId, linkId] of [
      [mine, 'nope'],
      [mine, '__proto__'],
      [other, link.id],
      ['nope', link.id],
    ] as const) {
      const response = await activate(sessionId, linkId);
      expect([response.status, (await readJson(response)).code]).toEqual([404, 'LINK_NOT_FOUND']);
    }
  });

  it('still answers for a paid and for a cancelled order, so that the page can say so', async () => {
    const { activate, createLink, createSession, press, sandbox, startPayment } = await startCheckout();
    const [paid, cancelled] = [await createSession(), await createSession()];
    const [paidLink, cancelledLink] = [await createLink(paid), await createLink(cancelled)];
    await press(await startPayment(paid), 'approve');
    sandbox.cancelSession(cancelled);
    expect((await readJson(activate(paid, paidLink.id))).session.status).toBe('PAID');
    expect((await readJson(activate(cancelled, cancelledLink.id))).session.status).toBe('CANCELLED');

    sandbox.advance(11);
    const late = await activate(paid, paidLink.id);
    expect([late.status, (await readJson(late)).code]).toEqual([410, 'SESSION_PAID']);
  });
});
