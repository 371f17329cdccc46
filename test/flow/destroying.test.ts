import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckoutSession } from '../../src/checkoutSession.js';
import { countListeners } from '../chaos/countListeners.js';
import { createGate, openPayerPage, type PayerPage } from '../payerPage.js';

let page: PayerPage;

let listeners: () => number;
beforeEach(async () => {
  page = await openPayerPage();
  listeners = countListeners(window, document);
});
afterEach(() => page.leave());

const reached = {
  ready: () => undefined,
  initiating: (session: CheckoutSession) => {
    page.network.intercept = () => new Promise(() => undefined);
    session.initiatePayment('card').catch(() => undefined);
    expect(session.state.name).toBe('initiating');
  },
  handedOff: async (session: CheckoutSession) => {
    await session.initiatePayment('card');
  },
  processing: async (session: CheckoutSession) => {
    await session.initiatePayment('card');
    await session.refresh();
    expect(session.state.name).toBe('processing');
  },
  unclear: async (session: CheckoutSession) => {
    page.network.intercept = () => new Response('{}', { status: 500 });
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'outcome_unclear' });
  },
  cancelled: async (session: CheckoutSession) => {
    page.sandbox.cancelSession(page.sessionId);
    await session.refresh();
  },
};

describe('destroy', () => {
  it.each(Object.entries(reached))(
    'in %s leaves no node, listener, timer or request',
    async (name, reach) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
      try {
        const stop = new AbortController();
        const session = await page.start({ signal: stop.signal });
        await vi.advanceTimersByTimeAsync(1);
        expect(listeners()).toBeGreaterThan(0);
        await reach(session);
        expect(session.state.name).toBe(name);
        const removed = vi.spyOn(stop.signal, 'removeEventListener');

        session.destroy();
        expect(session.state).toEqual({ name: 'destroyed' });
        expect(page.container.childElementCount).toBe(0);
        expect(listeners()).toBe(0);
        expect(removed).toHaveBeenCalledWith('abort', session.destroy);
        // What was under way gives its own timers back as it learns that it is over.
        for (let turn = 0; turn < 50; turn++) await Promise.resolve();
        expect(vi.getTimerCount()).toBe(0);
      } finally {
        vi.useRealTimers();
      }
    },
  );

  it('tells its requests that they are over', async () => {
    const session = await page.start();
    const signals: AbortSignal[] = [];
    page.network.intercept = (request) => {
      signals.push(request.signal);
      return new Promise(() => undefined);
    };
    void session.refresh();
    await vi.waitFor(() => expect(signals).toHaveLength(2));
    session.destroy();
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });

  it('hears no answer any more', async () => {
    const gate = createGate();
    const session = await page.start();
    page.network.intercept = async (_, forward) => {
      const response = await forward();
      await gate.opened;
      return response;
    };
    const asked = session.refresh();
    session.destroy();
    const onStateChange = vi.fn();
    session.on('statechange', onStateChange);
    await Promise.resolve();
    onStateChange.mockClear();
    gate.open();
    await asked;
    expect(session.state).toEqual({ name: 'destroyed' });
    expect(onStateChange).not.toHaveBeenCalled();
  });

  it('twice is the same as once', async () => {
    const session = await page.start();
    session.destroy();
    session.destroy();
    expect(session.state).toEqual({ name: 'destroyed' });
  });

  it('is the last word: nothing can be paid, drawn or asked', async () => {
    const session = await page.start();
    session.destroy();
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'aborted' });
    await expect(session.retryPayment()).rejects.toBeDefined();
    await expect(session.injectPaymentMethods(page.container)).rejects.toMatchObject({ code: 'aborted' });
    dispatchEvent(new HashChangeEvent('hashchange'));
    expect(page.container.childElementCount).toBe(0);
    expect(page.ledger().arrivals).toBe(0);
  });

  it('takes away what it has drawn, and nothing of the page’s own', async () => {
    page.container.append(document.createElement('hr'));
    const session = await page.start();
    expect(page.container.childElementCount).toBe(2);
    session.destroy();
    expect(page.container.innerHTML).toBe('<hr>');
  });

  it('a hundred times over leaves what was there before', async () => {
    for (let turn = 0; turn < 100; turn++) (await page.start()).destroy();
    expect(listeners()).toBe(0);
    expect(document.body.innerHTML).toBe('<div id="payment"></div>');
  });
});
