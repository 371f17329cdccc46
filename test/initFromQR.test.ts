import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { initFromQR } from '../src/initFromQR.js';
import type { PaymentError } from '../src/errors.js';
import { english } from '../src/i18n/messages.js';
import { openInSameTab, openPayerPage, payPhaseLoaded, visit, type PayerPage } from './payerPage.js';
import { API } from './sandbox/checkoutClient.js';

let page: PayerPage;
const text = (): string => page.picker()?.textContent.replace(/\s+/g, ' ') ?? '';
const payButton = () => page.picker()?.querySelector<HTMLButtonElement>('[part~="pay-button"]');
const radios = () => [...(page.picker()?.querySelectorAll<HTMLInputElement>('input') ?? [])];

beforeEach(async () => {
  page = await openPayerPage();
});
afterEach(() => page.leave());

describe('from a payment link to a started payment', () => {
  it('shows who is paid, what for and how, then takes the payer to the payment', async () => {
    const session = await page.start();
    expect(session.state).toMatchObject({ name: 'ready', selectedMethodId: undefined });
    expect(text()).toContain('Sandbox shop');
    expect(text()).toContain('A-1001');
    expect(text()).toContain('2 × Mug');
    expect(payButton()?.textContent).toContain('249.50');
    expect(payButton()?.getAttribute('aria-disabled')).toBe('true');

    const mobilePay = radios()[session.paymentMethods.findIndex(({ id }) => id === 'mobilepay')]!;
    mobilePay.click();
    expect(payButton()?.getAttribute('aria-disabled')).toBe('false');
    payButton()?.click();
    expect(session.state.name).toBe('initiating');

    await vi.waitFor(() => expect(page.navigate).toHaveBeenCalledOnce());
    expect(page.navigate.mock.calls[0]?.[0].href).toMatch(/^https:\/\/checkout\.test\/checkout\/gateway\//);
    expect(session.state).toMatchObject({ name: 'handedOff', methodId: 'mobilepay', blocked: false });
    expect(text()).toContain(english.handedOff.replace('{host}', 'checkout.test'));
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, keys: 0 });
  });

  it('asks Checkout once: everything comes in one round trip', async () => {
    await page.start();
    expect(page.network.requests.map(({ url }) => new URL(url).pathname)).toEqual([
      `/checkout/v1/api/session/${page.sessionId}/activation`,
    ]);
  });

  it('leaves a method out that asks for a check nobody here can make', async () => {
    const onWarning = vi.fn();
    const session = await page.start({ onWarning });
    expect(session.paymentMethods.map(({ type }) => type)).not.toContain('APPLE_PAY');
    await payPhaseLoaded();
    expect(onWarning).toHaveBeenCalledWith(expect.stringContaining('APPLE_PAY'));
    expect(radios()).toHaveLength(session.paymentMethods.length);
  });

  it('draws a wait that is there before anything is asked', async () => {
    let answer = (): void => undefined;
    page.network.intercept = async (_, forward) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return forward();
    };
    const started = page.start();
    await vi.waitFor(() => expect(page.network.requests).toHaveLength(1));
    expect(page.picker()?.querySelector('[aria-busy="true"]')).not.toBeNull();
    expect(radios()).toHaveLength(0);
    answer();
    expect((await started).state.name).toBe('ready');
  });
});

describe('without a container', () => {
  it('draws nothing, and gives the order, the methods and the way to pay', async () => {
    const session = await page.startHeadless();
    expect(page.container.childElementCount).toBe(0);
    expect(session.order?.amount).toMatchObject({ minorUnits: 24_950, currency: 'DKK' });
    expect(session.paymentMethods.map(({ id }) => id)).toContain('card');
    const result = await session.initiatePayment('card');
    expect(result.type).toBe('redirect');
    expect(page.navigate).toHaveBeenCalledOnce();
    expect(page.ledger().paymentsCreated).toBe(1);
  });

  it('draws later, into an element or what a selector finds', async () => {
    const session = await page.startHeadless();
    expect(await session.injectPaymentMethods('#payment')).toBe(session);
    expect(text()).toContain('Sandbox shop');
    const other = document.body.appendChild(document.createElement('div'));
    await session.injectPaymentMethods(other);
    expect(page.container.childElementCount).toBe(0);
    expect(other.childElementCount).toBe(1);
  });

  it('rejects with what kept the order from being loaded, and leaves nothing behind', async () => {
    page.network.intercept = () => new Response('{}', { status: 404 });
    await expect(page.startHeadless()).rejects.toMatchObject({ code: 'link_not_found' });
  });

  it('resolves for an order that is paid: that is an answer', async () => {
    const url = await page.startPayment(page.sessionId);
    await page.open(url);
    await page.press(url, 'approve');
    expect((await page.startHeadless()).state).toEqual({ name: 'paid' });
  });
});

describe('injectPaymentMethods rejects', () => {
  it('where there is no such element', async () => {
    const session = await page.startHeadless();
    await expect(session.injectPaymentMethods('#nowhere')).rejects.toMatchObject({
      code: 'container_not_found',
    });
  });

  it('where there is no method, and says it on the page', async () => {
    page.leave();
    page = await openPayerPage({ sandbox: { methods: [] } });
    await expect(page.startHeadless()).rejects.toMatchObject({ code: 'no_payment_methods' });
    const session = await page.start();
    expect(session.state).toMatchObject({ name: 'failed', error: { code: 'no_payment_methods' } });
    expect(text()).toContain(english.noMethods);
    await expect(session.injectPaymentMethods(page.container)).rejects.toMatchObject({
      code: 'no_payment_methods',
    });
  });

  it('after the session has ended', async () => {
    const session = await page.startHeadless();
    session.destroy();
    await expect(session.injectPaymentMethods(page.container)).rejects.toMatchObject({ code: 'aborted' });
    expect(page.container.childElementCount).toBe(0);
  });
});

describe('a link that cannot be opened', () => {
  it.each([
    ['', 'link_missing'],
    ['#', 'link_missing'],
    ['#/route', 'link_missing'],
    ['#sessionId=5b8c', 'link_missing'],
    ['#sessionId=&linkId=x', 'link_malformed'],
    ['#sessionId=5b8c&linkId=a/b', 'link_malformed'],
    ['#sessionId=5b8c&linkId=a&linkId=b', 'link_malformed'],
    ['#sessionId=5b8c&token=notajwt', 'link_malformed'],
  ])('%j is shown as broken, and nothing is asked', async (hash, code) => {
    visit(`https://shop.test/pay${hash}`);
    const onFailure = vi.fn();
    const session = await page.start({ onFailure });
    expect(session.state).toMatchObject({ name: 'failed', error: { code, retryable: false } });
    expect(text()).toContain(english.linkBroken);
    expect(page.network.requests).toHaveLength(0);
    await vi.waitFor(() => expect(onFailure).toHaveBeenCalledOnce());
    session.destroy();
    visit(`https://shop.test/pay${hash}`);
    await expect(page.startHeadless()).rejects.toMatchObject({ code });
  });

  it.each([
    [400, 'link_malformed', 'failed'],
    [404, 'link_not_found', 'failed'],
    [410, 'link_expired', 'expired'],
    [403, 'forbidden', 'failed'],
  ] as const)('by Checkout’s answer %d is %s', async (status, code, name) => {
    page.network.intercept = () => new Response('{}', { status });
    const onFailure = vi.fn();
    const session = await page.start({ onFailure });
    expect(session.state).toMatchObject({ name, error: { code } });
    await vi.waitFor(() => expect(onFailure).toHaveBeenCalledOnce());
  });

  it('can be tried again on the page where that can help', async () => {
    page.network.intercept = () => new Response('<html>', { status: 200 });
    const session = await page.start();
    expect(session.state.name).toBe('failed');
    page.network.intercept = undefined;
    [...page.picker()!.querySelectorAll('button')]
      .find((button) => button.textContent === english.tryAgain)
      ?.click();
    await vi.waitFor(() => expect(session.state.name).toBe('ready'));
    expect(radios().length).toBeGreaterThan(0);
  });

  it('is never paid for another session than the link’s own', async () => {
    const other = await page.createSession();
    page.network.intercept = async (_, forward) => {
      const body = (await (await forward()).json()) as { session: { sessionId: string } };
      body.session.sessionId = other;
      return new Response(JSON.stringify(body));
    };
    expect((await page.start()).state).toMatchObject({ name: 'failed', error: { code: 'response_invalid' } });
  });
});

describe('a link of another form', () => {
  it('is read by the merchant’s own parser, and opened by his own exchange', async () => {
    visit('https://shop.test/pay?order=17');
    const parsePaymentLink = vi.fn(() => ({ sessionId: page.sessionId, linkId: page.link.id }));
    const activate = vi.fn(async (link: { sessionId: string; linkId: string }) =>
      (await page.activate(link.sessionId, link.linkId)).json(),
    );
    const session = await page.start({ parsePaymentLink, activate });
    expect(session.state.name).toBe('ready');
    expect(parsePaymentLink).toHaveBeenCalledWith(new URL('https://shop.test/pay?order=17'));
    expect(activate).toHaveBeenCalledExactlyOnceWith(
      { sessionId: page.sessionId, linkId: page.link.id },
      { signal: expect.any(AbortSignal) },
    );
    expect(location.href).toBe('https://shop.test/pay?order=17');
  });

  it('that his parser cannot read is a broken link, and what it threw holds no id', async () => {
    const session = await page.start({
      parsePaymentLink: () => {
        throw new Error('bad link Zk3vY0tq8mQeR2LhXw7bNA');
      },
    });
    expect(session.state).toMatchObject({ name: 'failed', error: { code: 'link_malformed' } });
    expect(String((session.state as { error: PaymentError }).error.cause)).not.toContain('Zk3vY0');
  });

  it('that his exchange fails to open, or opens with nonsense, fails in words', async () => {
    for (const activate of [() => Promise.reject(new Error('no')), () => Promise.resolve('nonsense')]) {
      const session = await page.start({ activate });
      expect(session.state).toMatchObject({ name: 'failed', error: { code: 'response_invalid' } });
      session.destroy();
    }
  });

  it('may be given as an option; the address bar is then left alone', async () => {
    const url = location.href;
    visit('https://shop.test/pay?sessionId=other&linkId=other#mine');
    expect((await page.start({ url })).state.name).toBe('ready');
    expect(location.href).toBe('https://shop.test/pay?sessionId=other&linkId=other#mine');
  });
});

describe('a page whose server holds a token', () => {
  it('asks for order and methods in parallel, and keeps the token to itself', async () => {
    visit(`https://shop.test/pay#sessionId=${page.sessionId}&token=${page.token}`);
    let released = (): void => undefined;
    const both = new Promise<void>((resolve) => (released = resolve));
    page.network.intercept = async (_, forward) => {
      if (page.network.requests.length === 2) released();
      await both;
      return forward();
    };
    const session = await page.start();
    expect(session.state.name).toBe('ready');
    expect(page.network.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
    expect(location.href).toBe('https://shop.test/pay');
    expect(JSON.stringify(history.state) + document.documentElement.outerHTML + text()).not.toContain(
      page.token,
    );
    await session.initiatePayment('card');
    expect(page.ledger().paymentsCreated).toBe(1);
  });
});

describe('the container', () => {
  it('that is not there rejects, asks nobody again and leaves nothing', async () => {
    await expect(page.start({ container: '#nowhere' })).rejects.toMatchObject({
      code: 'container_not_found',
      message: expect.stringContaining('"#nowhere"') as string,
    });
  });

  it.each([['p['], [document.createElement('div')], [null], [42]])(
    'as %j rejects likewise',
    async (container) => {
      await expect(page.start({ container: container as string })).rejects.toMatchObject({
        code: 'container_not_found',
      });
    },
  );

  it('may come after the script: it is looked for when the document is ready', async () => {
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    page.container.remove();
    const started = page.start({ container: '#late' });
    await vi.waitFor(() => expect(page.network.requests).toHaveLength(1));
    const late = document.body.appendChild(document.createElement('div'));
    late.id = 'late';
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect((await started).state.name).toBe('ready');
    expect(late.childElementCount).toBe(1);
  });

  it('is given to one session: a second call for it joins the first', async () => {
    const onWarning = vi.fn();
    const [first, second] = await Promise.all([page.start(), page.start({ onWarning })]);
    expect(second).toBe(first);
    expect(onWarning).toHaveBeenCalledOnce();
    expect(await page.start()).toBe(first);
    expect(page.network.requests).toHaveLength(1);
    expect(page.container.childElementCount).toBe(1);
  });

  it('is free again after the session has ended, or could not begin', async () => {
    const first = await page.start();
    first.destroy();
    const second = await page.start();
    expect(second).not.toBe(first);
    expect(second.state.name).toBe('ready');
    second.destroy();
    await expect(page.start({ container: '#nowhere' })).rejects.toThrow();
    await expect(page.start({ container: '#nowhere' })).rejects.toThrow();
  });

  it('two of them hold two sessions, which open the same link and see the same end', async () => {
    const other = document.body.appendChild(document.createElement('div'));
    const [first, second] = await Promise.all([page.start(), page.start({ container: other })]);
    expect(first).not.toBe(second);
    expect(first.state).toEqual(second.state);
  });
});

describe('the signal', () => {
  it('aborted before: nothing is asked or drawn', async () => {
    await expect(page.start({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
    expect(page.network.requests).toHaveLength(0);
    expect(page.container.childElementCount).toBe(0);
  });

  it('aborted while loading: the request is given up, and nothing is left', async () => {
    const stop = new AbortController();
    let given: AbortSignal | undefined;
    page.network.intercept = (request) => {
      given = request.signal;
      return new Promise(() => undefined);
    };
    const started = page.start({ signal: stop.signal });
    const outcome = expect(started).rejects.toMatchObject({ code: 'aborted' });
    await vi.waitFor(() => expect(given).toBeDefined());
    stop.abort();
    await outcome;
    expect(given?.aborted).toBe(true);
    expect(page.container.childElementCount).toBe(0);
  });

  it('aborted after: the session is over', async () => {
    const stop = new AbortController();
    const session = await page.start({ signal: stop.signal });
    stop.abort();
    expect(session.state).toEqual({ name: 'destroyed' });
    expect(page.container.childElementCount).toBe(0);
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'aborted' });
    expect(page.ledger().arrivals).toBe(0);
  });
});

describe('options', () => {
  it.each([
    [{ apiUrl: undefined }, 'apiUrl'],
    [{ apiUrl: 'api.test' }, 'apiUrl'],
    [{ onReady: 'x' }, 'onReady'],
    [{ timeouts: { loadMs: -1 } }, 'timeouts.loadMs'],
  ])('%j rejects before the page is touched', async (wrong, name) => {
    const before = location.href;
    await expect(page.start(wrong as never)).rejects.toMatchObject({
      code: 'options_invalid',
      message: expect.stringContaining(`"${name}"`) as string,
    });
    expect(location.href).toBe(before);
    expect(page.container.childElementCount).toBe(0);
    expect(page.network.requests).toHaveLength(0);
  });

  it('an API that is not safe to ask is not asked', async () => {
    const session = await page.start({ apiUrl: 'http://api.test/' });
    expect(session.state).toMatchObject({ name: 'failed', error: { code: 'insecure_context' } });
    expect(text()).toContain(english.notSecure);
    expect(page.network.requests).toHaveLength(0);
  });
});

describe('while the page is only prerendered', () => {
  it('nothing is opened; when it is shown, everything is', async () => {
    const shown = { prerendering: true };
    Object.defineProperty(document, 'prerendering', { get: () => shown.prerendering, configurable: true });
    try {
      const started = page.start();
      await new Promise((resolve) => setTimeout(resolve, 0));
      expect(page.network.requests).toHaveLength(0);
      shown.prerendering = false;
      document.dispatchEvent(new Event('prerenderingchange'));
      expect((await started).state.name).toBe('ready');
    } finally {
      Reflect.deleteProperty(document, 'prerendering');
    }
  });
});

describe('a router that replaces the container', () => {
  it('gets a session of its own in the new element, and the old one ends', async () => {
    const page = await openPayerPage();
    const first = await page.start({ container: '#payment' });
    document.body.innerHTML = '<div id="payment"></div>';
    const second = await page.start({ container: '#payment' });
    expect(second).not.toBe(first);
    expect(first.state.name).toBe('destroyed');
    expect(second.state.name).toBe('ready');
    expect(document.querySelector('#payment')?.firstElementChild?.shadowRoot).toBeTruthy();
    page.leave();
  });
});

describe('another link in the same tab', () => {
  const otherLink = async () => {
    const order = { orderId: 'B-2', amount: { value: 10, currency: 'DKK' } };
    const sessionId = await page.createSession({ order });
    const { id } = await page.createLink(sessionId);
    return { sessionId, fragment: `#sessionId=${sessionId}&linkId=${id}` };
  };

  it('starts over with it: the page shows and pays the new order alone', async () => {
    const session = await page.start();
    const other = await otherLink();
    openInSameTab(other.fragment);
    expect(session.state.name).toBe('loading');
    expect(session.order).toBeUndefined();
    await vi.waitFor(() => expect(session.state.name).toBe('ready'));
    expect(session.order?.orderId).toBe('B-2');
    expect(text()).toContain('B-2');
    expect(text()).not.toContain('A-1001');
    await session.initiatePayment('card');
    expect(await page.statusOf(page.sessionId)).toBe('OPEN');
    expect(await page.statusOf(other.sessionId)).toBe('PROCESSING');
  });

  it('lets the old one pay no more, however late its answers come', async () => {
    const session = await page.start();
    let answer = (): void => undefined;
    page.network.intercept = async (_, forward) => {
      const response = await forward();
      await new Promise<void>((resolve) => (answer = resolve));
      return response;
    };
    const paying = session.initiatePayment('card');
    // It had left already: whoever waits for it must not take it for nothing.
    const outcome = expect(paying).rejects.toMatchObject({ code: 'outcome_unclear', retryable: false });
    await vi.waitFor(() => expect(page.ledger().arrivals).toBe(1));
    const late = answer;
    page.network.intercept = undefined;
    openInSameTab((await otherLink()).fragment);
    late();
    await outcome;
    await vi.waitFor(() => expect(session.state.name).toBe('ready'));
    expect(session.order?.orderId).toBe('B-2');
    expect(page.navigate).not.toHaveBeenCalled();
  });

  it('counts down to its own end, and not to that of the link before', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    try {
      const session = await page.start();
      await vi.advanceTimersByTimeAsync(9 * 60_000);
      openInSameTab((await otherLink()).fragment);
      await vi.waitFor(() => expect(session.state.name).toBe('ready'));
      await vi.advanceTimersByTimeAsync(2 * 60_000);
      expect(session.state.name).toBe('ready');
      await vi.advanceTimersByTimeAsync(8 * 60_000);
      expect(session.state.name).toBe('expired');
    } finally {
      vi.useRealTimers();
    }
  });

  it('that has no end of its own is not ended by the one before', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    try {
      const session = await page.start();
      openInSameTab(`#sessionId=${page.sessionId}&token=${page.token}`);
      await vi.waitFor(() => expect(session.state.name).toBe('ready'));
      await vi.advanceTimersByTimeAsync(11 * 60_000);
      expect(session.state.name).toBe('ready');
    } finally {
      vi.useRealTimers();
    }
  });

  it('that is broken shows that, and not the order before', async () => {
    const session = await page.start();
    openInSameTab('#sessionId=a&linkId=b/c');
    await vi.waitFor(() => expect(session.state.name).toBe('failed'));
    expect(text()).not.toContain('A-1001');
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'link_malformed' });
  });

  it('is none where only the page’s own route changed, or the same link was opened again', async () => {
    const session = await page.start();
    const { state } = session;
    const { href } = location;
    openInSameTab(href);
    openInSameTab('#/terms');
    openInSameTab('#');
    expect(session.state).toBe(state);
    expect(page.network.requests).toHaveLength(1);
  });
});

describe('texts', () => {
  it('are the merchant’s own where given, from the first moment', async () => {
    await page.start({ messages: { payAmount: 'Betal nu {amount}' }, merchantName: 'Mug Shop' });
    expect(payButton()?.textContent).toContain('Betal nu');
  });

  it('are the payer’s language as soon as it is there', async () => {
    const session = await page.start({ locale: 'da-DK' });
    await vi.waitFor(() => expect(text()).toContain('Hvordan vil du betale?'));
    expect(payButton()?.textContent).toContain('249,50');
    session.destroy();
  });
});

describe('the API’s address', () => {
  it('is never read from the link', async () => {
    visit(`${location.href}&apiUrl=https://evil.test`);
    await page.start();
    expect(page.network.requests.every(({ url }) => url.startsWith(API))).toBe(true);
  });

  it('may be configured once for all', async () => {
    const { configure } = await import('../src/configure.js');
    configure({ apiUrl: API });
    const { apiUrl: _, ...rest } = page.options;
    const session = await initFromQR({ ...rest, container: page.container } as never);
    expect(session.state.name).toBe('ready');
    session.destroy();
    configure({ apiUrl: undefined } as never);
  });
});
