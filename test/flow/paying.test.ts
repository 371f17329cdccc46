import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckoutSession } from '../../src/checkoutSession.js';
import { PaymentError, type PaymentErrorCode } from '../../src/errors.js';
import type { MethodHandler, MethodHandlerContext } from '../../src/options.js';
import { english } from '../../src/i18n/messages.js';
import { initiate } from '../../src/initiate.js';
import {
  createGate,
  dieAfter,
  gatherReported,
  isPayment,
  openPayerPage,
  withoutStatus,
  type Intercept,
  type PayerPage,
} from '../payerPage.js';

let page: PayerPage;
beforeEach(async () => {
  page = await openPayerPage();
});
afterEach(() => page.leave());

/** Only the payment meets this; all else goes through, or through `rest`. */
const onPayment =
  (meet: Intercept, rest?: Intercept): Intercept =>
  (request, forward, url) =>
    isPayment(request) ? meet(request, forward, url) : rest ? rest(request, forward, url) : forward();
const answering =
  (status: number, body: unknown = {}, headers: Record<string, string> = {}): Intercept =>
  () =>
    new Response(JSON.stringify(body), { status, headers });
const settled = (session: CheckoutSession, name: string) =>
  vi.waitFor(() => expect(session.state.name).toBe(name));
const retryIs = (session: CheckoutSession, retry: string) =>
  vi.waitFor(() => expect(session.state).toMatchObject({ name: 'unclear', retry }));

describe('the amount that was confirmed', () => {
  it('is the one that is paid: a new one on its way to the screen stops the payment', async () => {
    const session = await page.startHeadless();
    await page.changeOrder({ amount: { value: 999, currency: 'DKK' }, orderLines: [] });
    const late = createGate();
    page.network.intercept = async (request, forward) => {
      const response = await forward();
      if (!isPayment(request)) await late.opened;
      return response;
    };
    void session.refresh();
    await vi.waitFor(() =>
      expect(page.network.requests.filter(({ method }) => method === 'GET')).toHaveLength(2),
    );
    const paying = session.initiatePayment('card');
    late.open();
    await expect(paying).rejects.toMatchObject({ code: 'amount_changed' });
    expect(page.ledger().arrivals).toBe(0);
    await vi.waitFor(() =>
      expect(session.state).toMatchObject({ name: 'ready', notice: { kind: 'amountChanged' } }),
    );
    expect(session.order?.amount.minorUnits).toBe(99_900);
  });
});

describe('a merchant’s last word', () => {
  it.each([
    ['a thenable of its own', () => ({ then: (say: (word: boolean) => void) => say(false) })],
    ['a promise of a page that brought its own', () => Promise.resolve(false)],
  ])('is heard from %s', async (_, onBeforePay) => {
    const session = await page.startHeadless({ onBeforePay });
    vi.stubGlobal('Promise', class extends Promise<unknown> {});
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'aborted' });
    expect(page.ledger().arrivals).toBe(0);
  });
});

describe('a method that has ended', () => {
  it('cannot start a payment any more', async () => {
    let late: MethodHandlerContext['initiate'] | undefined;
    const start: MethodHandler['start'] = ({ initiate: begin }) => {
      late = begin;
      return Promise.resolve({ type: 'cancelled' });
    };
    const session = await page.startHeadless({ methodHandlers: { CARD: { start } } });
    await session.initiatePayment('card');
    await expect(late!()).rejects.toMatchObject({ code: 'aborted' });
    expect(page.ledger().arrivals).toBe(0);
  });
});

describe('a page that ends the session as it navigates', () => {
  it('leaves no timer and no listener', async () => {
    const added = vi.spyOn(globalThis, 'addEventListener');
    const removed = vi.spyOn(globalThis, 'removeEventListener');
    const session: CheckoutSession = await page.startHeadless({ navigate: () => session.destroy() });
    await session.initiatePayment('card');
    const count = (spy: typeof added | typeof removed): number =>
      spy.mock.calls.filter(([type]) => type === 'pagehide').length;
    expect(count(added)).toBeGreaterThanOrEqual(1);
    expect(count(removed)).toBeGreaterThanOrEqual(count(added));
  });
});

describe('a callback that hears of a failure', () => {
  it('may pay with another method at once', async () => {
    page.network.intercept = onPayment(async (request, forward) => {
      const body = (await request.clone().json()) as { paymentMethodId: string };
      return body.paymentMethodId === 'card' ? new Response('{}', { status: 422 }) : forward();
    });
    const session = await page.startHeadless({
      onFailure: (_, current) => void current.initiatePayment('mobilepay'),
    });
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ status: 422 });
    await settled(session, 'handedOff');
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });
});

describe('one confirmation is one payment', () => {
  it('however often it is pressed: fifty calls are one promise and one arrival', async () => {
    const session = await page.startHeadless();
    const calls = Array.from({ length: 50 }, () => session.initiatePayment('card'));
    expect(new Set(calls).size).toBe(1);
    await Promise.all(calls);
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
    expect(page.navigate).toHaveBeenCalledOnce();
  });

  it('also with another method: while one is starting, the first one counts', async () => {
    const session = await page.startHeadless();
    const [first, second] = [session.initiatePayment('card'), session.initiatePayment('mobilepay')];
    expect(second).toBe(first);
    await first;
    expect(page.ledger().arrivals).toBe(1);
    expect(session.state).toMatchObject({ methodId: 'card' });
  });

  it('a button that is clicked, clicked and given Enter', async () => {
    await page.start();
    const root = page.picker()!;
    root.querySelector<HTMLInputElement>('input')!.click();
    const button = root.querySelector<HTMLButtonElement>('[part~="pay-button"]')!;
    for (let press = 0; press < 50; press++) button.click();
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true });
    root.querySelector('input')!.dispatchEvent(enter);
    await vi.waitFor(() => expect(page.navigate).toHaveBeenCalledOnce());
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });

  it('before the order is there waits for it', async () => {
    const gate = createGate();
    page.network.intercept = async (_, forward) => {
      await gate.opened;
      return forward();
    };
    const session = initiate(page.token, page.sessionId, page.options);
    const paying = [session.initiatePayment('card'), session.initiatePayment('card')];
    await vi.waitFor(() => expect(page.network.requests).toHaveLength(2));
    expect(page.ledger().arrivals).toBe(0);
    gate.open();
    await Promise.all(paying);
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
    session.destroy();
  });

  it('is over after the hand-off: another one is refused until Checkout has been asked', async () => {
    const session = await page.startHeadless();
    await session.initiatePayment('card');
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'outcome_unclear' });
    expect(page.ledger().arrivals).toBe(1);
  });
});

describe('a payment that is not asked for', () => {
  it('of a method that nobody offers', async () => {
    const session = await page.startHeadless();
    for (const id of ['nope', '', 'constructor', '__proto__'])
      await expect(session.initiatePayment(id)).rejects.toMatchObject({ code: 'method_unavailable' });
    expect(session.state.name).toBe('ready');
    expect(page.ledger().arrivals).toBe(0);
  });

  it('does not stand in the way of one that is, in the same breath', async () => {
    const session = await page.startHeadless();
    const wrong = expect(session.initiatePayment('nope')).rejects.toMatchObject({
      code: 'method_unavailable',
    });
    await session.initiatePayment('card');
    await wrong;
    expect(page.ledger().paymentsCreated).toBe(1);
  });

  it('without a connection: nothing leaves, and the payer can go on when it is back', async () => {
    const session = await page.startHeadless();
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'offline' });
    expect(page.ledger().arrivals).toBe(0);
    expect(session.state).toMatchObject({ name: 'ready', notice: { kind: 'attemptFailed' } });
    onLine.mockReturnValue(true);
    await session.initiatePayment('card');
    expect(page.ledger().paymentsCreated).toBe(1);
  });

  it('by retryPayment, where nothing is unclear', async () => {
    const session = await page.startHeadless();
    await expect(session.retryPayment()).rejects.toMatchObject({ code: 'outcome_unclear' });
    expect(page.ledger().arrivals).toBe(0);
  });

  it('that would lead to a place outside the list is created, and gone to by nobody', async () => {
    const onFailure = vi.fn();
    const session = await page.startHeadless({ redirectHosts: ['elsewhere.test'], onFailure });
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'url_refused' });
    expect(page.navigate).not.toHaveBeenCalled();
    expect(session.state).toMatchObject({ name: 'ready', notice: { kind: 'attemptFailed' } });
    expect(onFailure).toHaveBeenCalledOnce();
  });

  it.each(['javascript:alert(1)', '//evil.test', 'https://user@evil.test', 'mobilepay://x'])(
    'whose address is %s is never gone to',
    async (url) => {
      const session = await page.startHeadless();
      page.network.intercept = onPayment(answering(200, { paymentId: 'p', type: 'REDIRECT', url }));
      await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'url_refused' });
      expect(page.navigate).not.toHaveBeenCalled();
    },
  );

  it('goes into an app that the merchant has named', async () => {
    const session = await page.startHeadless({ appSchemes: ['mobilepay'] });
    const url = 'mobilepay://pay/1';
    page.network.intercept = onPayment(answering(200, { paymentId: 'p', type: 'REDIRECT', url }));
    await session.initiatePayment('card');
    expect(page.navigate.mock.calls[0]?.[0].href).toBe(url);
  });

  it('without an address and without a handler says that nobody can go on with it', async () => {
    const session = await page.startHeadless();
    page.network.intercept = onPayment(answering(200, { paymentId: 'p', type: 'EMBED' }));
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'hand_off_unsupported' });
    expect(session.state.name).toBe('ready');
  });
});

describe('a payment that Checkout refuses', () => {
  it.each([
    [400, undefined, 'server', 'ready'],
    [401, undefined, 'unauthorized', 'expired'],
    [403, undefined, 'forbidden', 'failed'],
    [404, undefined, 'link_not_found', 'failed'],
    [410, undefined, 'link_expired', 'expired'],
    [422, undefined, 'server', 'ready'],
    [422, 'METHOD_UNAVAILABLE', 'method_unavailable', 'ready'],
    [422, 'AMOUNT_CHANGED', 'amount_changed', 'ready'],
    [429, undefined, 'rate_limited', 'ready'],
    [409, 'SESSION_PAID', 'session_paid', 'paid'],
    [409, 'SESSION_CANCELLED', 'session_cancelled', 'cancelled'],
  ] as const)('%d %s is %s: %s', async (status, code, errorCode, name) => {
    const onFailure = vi.fn();
    const session = await page.startHeadless({ onFailure });
    page.network.intercept = onPayment(answering(status, { code }));
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: errorCode, status });
    expect(session.state.name).toBe(name);
    expect(page.navigate).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(onFailure).toHaveBeenCalledOnce());
    expect(onFailure.mock.calls[0]?.[0]).toMatchObject({ code: errorCode });
  });

  it('lets the payer choose again where that can help', async () => {
    const session = await page.startHeadless();
    page.network.intercept = onPayment(answering(429));
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'rate_limited' });
    page.network.intercept = undefined;
    await session.initiatePayment('mobilepay');
    expect(page.ledger().paymentsCreated).toBe(1);
  });
});

describe('an outcome that is unclear', () => {
  it('with keys: the same key is sent again, and the ledger knows one payment', async () => {
    const session = await page.startHeadless({ idempotencyKey: true });
    page.network.intercept = onPayment(dieAfter, withoutStatus);
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'outcome_unclear' });
    await retryIs(session, 'offered');
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });

    page.network.intercept = undefined;
    const result = await session.retryPayment();
    expect(result.type).toBe('redirect');
    expect(page.ledger()).toMatchObject({ arrivals: 2, keys: 1, paymentsCreated: 1 });
    expect(page.navigate).toHaveBeenCalledOnce();
    expect(session.state.name).toBe('handedOff');
  });

  it('with keys, tried again fifty times at once, is sent once more', async () => {
    const session = await page.startHeadless({ idempotencyKey: true });
    page.network.intercept = onPayment(dieAfter, withoutStatus);
    await expect(session.initiatePayment('card')).rejects.toThrow();
    await retryIs(session, 'offered');
    page.network.intercept = undefined;
    await Promise.all(Array.from({ length: 50 }, () => session.retryPayment()));
    expect(page.ledger()).toMatchObject({ arrivals: 2, paymentsCreated: 1 });
  });

  it('without keys, where Checkout does not say where it stands: no second attempt is offered or taken', async () => {
    const session = await page.start();
    page.network.intercept = onPayment(dieAfter, withoutStatus);
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'outcome_unclear' });
    await retryIs(session, 'refused');
    const words = page.picker()?.textContent ?? '';
    expect(words).toContain(english.notConfirmed);
    expect(words).not.toContain(english.tryAgain);
    await expect(session.retryPayment()).rejects.toMatchObject({ code: 'outcome_unclear' });
    await expect(session.initiatePayment('mobilepay')).rejects.toMatchObject({ code: 'outcome_unclear' });
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });

  it('where Checkout says a payment is under way: it is, and nothing can be paid', async () => {
    const session = await page.startHeadless();
    page.network.intercept = onPayment(dieAfter);
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'outcome_unclear' });
    await settled(session, 'processing');
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'outcome_unclear' });
    expect(page.ledger().arrivals).toBe(1);
  });

  it('where the payment never arrived and Checkout says so: it is tried again', async () => {
    const session = await page.startHeadless();
    page.network.intercept = onPayment(() => {
      throw new TypeError('Failed to fetch');
    });
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'outcome_unclear' });
    await retryIs(session, 'offered');
    page.network.intercept = undefined;
    await session.retryPayment();
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });

  it('stays unclear while Checkout cannot be asked, and is asked again on demand', async () => {
    const session = await page.startHeadless();
    page.network.intercept = onPayment(dieAfter, () => new Response('{}', { status: 400 }));
    await expect(session.initiatePayment('card')).rejects.toThrow();
    await retryIs(session, 'refused');
    page.network.intercept = undefined;
    await session.refresh();
    expect(session.state.name).toBe('processing');
  });

  it('is told once, however long it lasts', async () => {
    const onFailure = vi.fn();
    const session = await page.startHeadless({ onFailure, idempotencyKey: true });
    page.network.intercept = onPayment(dieAfter, withoutStatus);
    await expect(session.initiatePayment('card')).rejects.toThrow();
    await retryIs(session, 'offered');
    await session.refresh();
    expect(onFailure).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'outcome_unclear' }),
      session,
    );
  });

  it('is not judged by an answer from before the payment', async () => {
    const session = await page.startHeadless();
    const early = createGate();
    page.network.intercept = async (_, forward) => {
      const response = await forward();
      await early.opened;
      return response;
    };
    const asked = session.refresh();
    await vi.waitFor(() =>
      expect(page.network.requests.filter(({ method }) => method === 'GET')).toHaveLength(2),
    );

    // From here on Checkout says nothing more about where it stands; only the early answer, still on its way, says OPEN.
    page.network.intercept = onPayment(dieAfter, withoutStatus);
    const paying = session.initiatePayment('card');
    early.open();
    await expect(paying).rejects.toMatchObject({ code: 'outcome_unclear' });
    await asked;
    await retryIs(session, 'refused');
    expect(page.ledger().paymentsCreated).toBe(1);
  });

  describe('tried again', () => {
    const unclear = async (more = {}) => {
      const session = await page.startHeadless({ idempotencyKey: true, ...more });
      page.network.intercept = onPayment(dieAfter, withoutStatus);
      await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'outcome_unclear' });
      await retryIs(session, 'offered');
      return session;
    };

    it.each([401, 403, 404, 429])(
      'and refused with %d is still unclear: that says nothing of the first attempt',
      async (status) => {
        const session = await unclear();
        page.network.intercept = onPayment(answering(status), withoutStatus);
        await expect(session.retryPayment()).rejects.toMatchObject({ status });
        await retryIs(session, 'offered');
        page.network.intercept = undefined;
        await session.retryPayment();
        expect(page.ledger()).toMatchObject({ keys: 1, paymentsCreated: 1 });
      },
    );

    it('and stopped by the merchant is still unclear', async () => {
      const onBeforePay = vi.fn(() => true);
      const session = await unclear({ onBeforePay });
      onBeforePay.mockReturnValue(false);
      await expect(session.retryPayment()).rejects.toMatchObject({ code: 'aborted' });
      await retryIs(session, 'offered');
      expect(page.ledger().arrivals).toBe(1);
    });

    it('and given up by the payer in a wallet is still unclear', async () => {
      let giveUp = false;
      const start: MethodHandler['start'] = async ({ initiate }) =>
        giveUp ? { type: 'cancelled' } : { type: 'redirect', initiation: await initiate() };
      const session = await unclear({ methodHandlers: { CARD: { start } } });
      giveUp = true;
      expect(await session.retryPayment()).toEqual({ type: 'cancelled' });
      await retryIs(session, 'offered');
    });

    it('and paid meanwhile is paid', async () => {
      const session = await unclear();
      page.network.intercept = onPayment(answering(409, { code: 'SESSION_PAID' }), withoutStatus);
      await expect(session.retryPayment()).rejects.toMatchObject({ code: 'session_paid' });
      expect(session.state.name).toBe('paid');
    });

    it('and refused under its key for good gives the methods back', async () => {
      const session = await unclear();
      page.network.intercept = onPayment(answering(422, { code: 'METHOD_UNAVAILABLE' }), withoutStatus);
      await expect(session.retryPayment()).rejects.toMatchObject({ code: 'method_unavailable' });
      expect(session.state.name).toBe('ready');
    });
  });
});

describe('keys', () => {
  it('are new for every confirmation, and never sent unless switched on', async () => {
    const keys: (string | null)[] = [];
    page.network.intercept = onPayment((request) => {
      keys.push(request.headers.get('idempotency-key'));
      return new Response('{}', { status: 429 });
    });
    const session = await page.startHeadless({ idempotencyKey: true });
    for (let turn = 0; turn < 2; turn++) await expect(session.initiatePayment('card')).rejects.toThrow();
    const plain = await page.startHeadless();
    await expect(plain.initiatePayment('card')).rejects.toThrow();
    expect(new Set(keys).size).toBe(3);
    expect(keys[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(keys[2]).toBeNull();
  });
});

describe('a token that runs out', () => {
  it('is renewed once and the payment goes on, with one payment made', async () => {
    const renewToken = vi.fn(() => Promise.resolve(page.token));
    const session = await page.startHeadless({ renewToken });
    let refused = false;
    page.network.intercept = onPayment((_, forward) => {
      if (refused) return forward();
      refused = true;
      return new Response('{}', { status: 401 });
    });
    await session.initiatePayment('card');
    expect(renewToken).toHaveBeenCalledOnce();
    expect(page.ledger().paymentsCreated).toBe(1);
  });
});

describe('the merchant’s last word', () => {
  it('is asked before anything leaves, with the method and the session', async () => {
    const onBeforePay = vi.fn(() => expect(page.ledger().arrivals).toBe(0));
    const session = await page.startHeadless({ onBeforePay });
    await session.initiatePayment('card');
    expect(onBeforePay).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'card' }), session);
  });

  it.each([
    ['false', () => false],
    ['a promise of false', () => Promise.resolve(false)],
  ])('stops the payment by %s', async (_, onBeforePay) => {
    const session = await page.startHeadless({ onBeforePay });
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'aborted' });
    expect(session.state).toMatchObject({ name: 'ready', notice: { kind: 'cancelled' } });
    expect(page.ledger().arrivals).toBe(0);
  });

  it.each([
    [
      'that throws',
      () => {
        throw new Error('mine');
      },
    ],
    ['that rejects', () => Promise.reject(new Error('mine'))],
  ])('%s stops it, too, and the page hears of it', async (_, onBeforePay) => {
    const reported = gatherReported();
    const session = await page.startHeadless({ onBeforePay });
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'aborted' });
    await vi.waitFor(() => expect(reported).toEqual([new Error('mine')]));
    expect(page.ledger().arrivals).toBe(0);
  });

  it.each([[undefined], [true], [null], [0], ['no']])('lets it go on by %j', async (answer) => {
    const session = await page.startHeadless({ onBeforePay: () => answer });
    await session.initiatePayment('card');
    expect(page.ledger().paymentsCreated).toBe(1);
  });

  it('that ends the session meanwhile starts no handler', async () => {
    const start = vi.fn();
    const decision = createGate();
    const session = await page.startHeadless({
      methodHandlers: { CARD: { start } },
      onBeforePay: () => decision.opened,
    });
    const outcome = expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'aborted' });
    session.destroy();
    decision.open();
    await outcome;
    expect(start).not.toHaveBeenCalled();
    expect(page.ledger().arrivals).toBe(0);
  });
});

describe('a method handler', () => {
  const withHandler = (start: MethodHandler['start'], more = {}) =>
    page.startHeadless({ methodHandlers: { CARD: { start } }, ...more });

  it('starts within the click: a wallet’s sheet opens nowhere else', async () => {
    let started = false;
    const session = await withHandler(() => {
      started = true;
      return Promise.resolve({ type: 'cancelled' });
    });
    const paying = session.initiatePayment('card');
    expect(started).toBe(true);
    await paying;
  });

  it('is given the method, the session and a signal', async () => {
    let context: MethodHandlerContext | undefined;
    const session = await withHandler((given) => {
      context = given;
      return Promise.resolve({ type: 'cancelled' });
    });
    await session.initiatePayment('card');
    expect(context?.method.id).toBe('card');
    expect(context?.session).toBe(session);
    expect(context?.signal.aborted).toBe(false);
    session.destroy();
    expect(context?.signal.aborted).toBe(true);
  });

  it('may ask twice: one confirmation is one request', async () => {
    const session = await withHandler(async ({ initiate }) => {
      const [first, second] = await Promise.all([initiate({ n: 1 }), initiate({ n: 2 })]);
      expect(second).toBe(first);
      return { type: 'redirect', initiation: first };
    });
    await session.initiatePayment('card');
    expect(page.ledger().arrivals).toBe(1);
  });

  it('that is done here asks Checkout what came of it', async () => {
    const session = await withHandler(async ({ initiate }) => {
      const url = (await initiate()).url ?? '';
      await page.open(url);
      await page.press(url, 'approve');
      return { type: 'completed' };
    });
    expect(await session.initiatePayment('card')).toEqual({ type: 'completed' });
    await settled(session, 'paid');
    expect(page.ledger().paymentsFinalised).toBe(1);
  });

  it('that the payer gave up leaves the methods, and nothing was started', async () => {
    const onFailure = vi.fn();
    const session = await withHandler(() => Promise.resolve({ type: 'cancelled' }), { onFailure });
    expect(await session.initiatePayment('card')).toEqual({ type: 'cancelled' });
    expect(session.state).toMatchObject({ name: 'ready', notice: { kind: 'cancelled' } });
    expect(onFailure).not.toHaveBeenCalled();
    expect(page.ledger().arrivals).toBe(0);
  });

  it('that the payer gave up once a payment was created leaves it to Checkout to say so', async () => {
    const session = await withHandler(async ({ initiate }) => {
      await initiate();
      return { type: 'cancelled' };
    });
    await session.initiatePayment('card');
    expect(session.state.name).toBe('processing');
  });

  const failing: [string, MethodHandler['start'], PaymentErrorCode, string, number][] = [
    [
      'throws at once',
      () => {
        throw new Error('x');
      },
      'method_unavailable',
      'ready',
      0,
    ],
    ['rejects before it asked', () => Promise.reject(new Error('x')), 'method_unavailable', 'ready', 0],
    [
      'rejects with our own “stopped”',
      () => Promise.reject(new PaymentError('aborted', '')),
      'aborted',
      'ready',
      0,
    ],
    [
      'rejects after the payment was made',
      async ({ initiate }) => {
        await initiate();
        throw new Error('x');
      },
      'outcome_unclear',
      'processing',
      1,
    ],
    [
      'gives up while the payment is being made',
      ({ initiate }) => {
        void initiate();
        return Promise.reject(new Error('x'));
      },
      'outcome_unclear',
      'processing',
      1,
    ],
  ];
  it.each(failing)('that %s', async (_, start, code, name, arrivals) => {
    const session = await withHandler(start);
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code });
    await settled(session, name);
    expect(page.ledger().arrivals).toBe(arrivals);
  });

  it.each([
    ['swallows it', (): Promise<{ type: 'cancelled' }> => Promise.resolve({ type: 'cancelled' })],
    ['throws its own', () => Promise.reject(new Error('x'))],
    ['says that the payer stopped', () => Promise.reject(new PaymentError('aborted', ''))],
  ] as [string, () => Promise<{ type: 'cancelled' }>][])(
    'cannot make an unclear outcome clear: it %s',
    async (_, after) => {
      const session = await withHandler(({ initiate }) => initiate().then(after, after));
      page.network.intercept = onPayment(dieAfter, withoutStatus);
      await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'outcome_unclear' });
      await retryIs(session, 'refused');
      expect(page.ledger().paymentsCreated).toBe(1);
    },
  );

  it('may show a refusal in its own way, and the payer chooses again', async () => {
    const session = await withHandler(async ({ initiate }) => {
      await initiate().catch(() => undefined);
      return { type: 'cancelled' };
    });
    page.network.intercept = onPayment(answering(429));
    expect(await session.initiatePayment('card')).toEqual({ type: 'cancelled' });
    expect(session.state.name).toBe('ready');
  });

  it('is found by type, by the handler’s name, or by the check the method asks for', async () => {
    const start = vi.fn<MethodHandler['start']>(() => Promise.resolve({ type: 'cancelled' }));
    for (const name of ['APPLE_PAY', 'FUNCTION']) {
      const session = await page.startHeadless({ methodHandlers: { [name]: { start } } });
      await session.initiatePayment('applepay');
      session.destroy();
    }
    expect(start).toHaveBeenCalledTimes(2);
  });
});

describe('whether a method is shown', () => {
  const offeredWith = async (canShow: MethodHandler['canShow']) => {
    const handler: MethodHandler = {
      start: () => Promise.resolve({ type: 'cancelled' }),
      ...(canShow && { canShow }),
    };
    const session = await page.startHeadless({ methodHandlers: { APPLE_PAY: handler } });
    return session.paymentMethods.map(({ id }) => id);
  };

  it.each([
    ['says yes', () => true, true],
    ['promises yes', () => Promise.resolve(true), true],
    ['says no', () => false, false],
    ['promises no', () => Promise.resolve(false), false],
    ['says neither', () => undefined as unknown as boolean, false],
    [
      'throws',
      () => {
        throw new Error('x');
      },
      false,
    ],
    ['rejects', () => Promise.reject(new Error('x')), false],
  ] as [string, () => boolean, boolean][])('is the handler’s to say: it %s', async (_, canShow, shown) => {
    const ids = await offeredWith(canShow);
    expect(ids.includes('applepay')).toBe(shown);
    expect(ids).toContain('card');
  });

  it('is yes where a handler has no check of its own', async () => {
    expect(await offeredWith(undefined)).toContain('applepay');
  });

  it('is not waited for longer than two seconds: the other methods are shown without it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const offered = offeredWith(() => new Promise(() => undefined));
      await vi.waitFor(() => expect(page.network.requests).toHaveLength(1));
      await vi.advanceTimersByTimeAsync(2_100);
      const ids = await offered;
      expect(ids).not.toContain('applepay');
      expect(ids).toContain('card');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a navigation that does not happen', () => {
  it('is noticed after five seconds, and the payer gets the way as a link', async () => {
    const onFailure = vi.fn();
    const session = await page.start({ onFailure });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await session.initiatePayment('card');
      await vi.advanceTimersByTimeAsync(4_999);
      expect(session.state).toMatchObject({ name: 'handedOff', blocked: false });
      await vi.advanceTimersByTimeAsync(1);
      expect(session.state).toMatchObject({ name: 'handedOff', blocked: true });
    } finally {
      vi.useRealTimers();
    }
    const link = page.picker()?.querySelector('a');
    expect(link?.getAttribute('href')).toBe(page.navigate.mock.calls[0]?.[0].href);
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
    await vi.waitFor(() => expect(onFailure).toHaveBeenCalledOnce());
    expect(onFailure.mock.calls[0]?.[0]).toMatchObject({ code: 'hand_off_blocked' });
    expect(page.ledger().paymentsCreated).toBe(1);
  });

  it('is told at once where the browser throws', async () => {
    page.navigate.mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    const session = await page.startHeadless();
    await session.initiatePayment('card');
    expect(session.state).toMatchObject({ name: 'handedOff', blocked: true });
  });

  it('is not told once the page has gone', async () => {
    const session = await page.startHeadless();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await session.initiatePayment('card');
      dispatchEvent(new Event('pagehide'));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(session.state).toMatchObject({ name: 'handedOff', blocked: false });
    } finally {
      vi.useRealTimers();
    }
  });
});
