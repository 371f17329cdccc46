import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import { createGate, isRead, openPayerPage, payPhaseLoaded, type PayerPage } from '../payerPage.js';

let page: PayerPage;
beforeEach(async () => {
  page = await openPayerPage();
});
afterEach(() => page.leave());

const words = (element: Node | null | undefined): string =>
  (element?.textContent ?? '').replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ');
const text = (): string => words(page.picker());
const reads = () => page.network.requests.filter(isRead).length;
const comeBack = () => dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

describe('asked again, Checkout says', () => {
  it('that the amount changed: from what to what is told, and the payer has to choose anew', async () => {
    const onFailure = vi.fn();
    const session = await page.start({ onFailure });
    page.picker()!.querySelector<HTMLInputElement>('input')!.click();
    await page.changeOrder({ amount: { value: 260, currency: 'DKK' }, orderLines: [] });
    expect(await session.refresh()).toBe(session);
    expect(session.state).toMatchObject({
      name: 'ready',
      selectedMethodId: undefined,
      notice: { kind: 'amountChanged', from: { minorUnits: 24_950 } },
    });
    expect(session.order?.amount.minorUnits).toBe(26_000);
    expect(text()).toContain(english.amountChanged);
    expect(text()).toMatch(/DKK 249\.50.*DKK 260\.00/);
    expect(words(page.picker()?.querySelector('[part~="pay-button"]'))).toContain('DKK 260.00');
    await vi.waitFor(() => expect(onFailure).toHaveBeenCalledOnce());
    expect(onFailure.mock.calls[0]?.[0]).toMatchObject({ code: 'amount_changed' });

    await session.initiatePayment('card');
    expect(page.ledger().paymentsCreated).toBe(1);
  });

  it('an amount the payer has not seen is paid by nobody, however late it is found', async () => {
    const session = await page.start();
    await page.changeOrder({ amount: { value: 260, currency: 'DKK' }, orderLines: [] });
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'amount_changed' });
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 0 });
  });

  it('that the chosen method is gone: the others are offered', async () => {
    const session = await page.start();
    const { paymentMethods } = session;
    page.picker()!.querySelectorAll<HTMLInputElement>('input')[1]?.click();
    page.network.intercept = async (request, forward, { pathname }) => {
      const response = await forward();
      if (!pathname.endsWith('payment-methods')) return response;
      const { methods } = (await response.json()) as { methods: { id: string }[] };
      return new Response(
        JSON.stringify({ methods: methods.filter(({ id }) => id !== paymentMethods[1]?.id) }),
      );
    };
    await session.refresh();
    expect(session.state).toMatchObject({
      name: 'ready',
      selectedMethodId: undefined,
      notice: { kind: 'methodGone' },
    });
    expect(page.picker()?.querySelector('[part~="pay-button"]')?.getAttribute('aria-disabled')).toBe('true');
    await expect(session.initiatePayment(paymentMethods[1]?.id ?? '')).rejects.toMatchObject({
      code: 'method_unavailable',
    });
  });

  it('that it is paid', async () => {
    const session = await page.start();
    const url = await page.startPayment(page.sessionId);
    await page.open(url);
    await page.press(url, 'approve');
    await session.refresh();
    expect(session.state).toEqual({ name: 'paid' });
    expect(page.picker()?.querySelectorAll('input')).toHaveLength(0);
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'session_paid' });
  });

  it('that it was cancelled', async () => {
    const session = await page.start();
    page.sandbox.cancelSession(page.sessionId);
    await session.refresh();
    expect(session.state).toEqual({ name: 'cancelled' });
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'session_cancelled' });
  });

  it('that the link has run out, by its own clock', async () => {
    const session = await page.start();
    page.sandbox.advance(11);
    await session.refresh();
    expect(session.state).toMatchObject({ name: 'expired', error: { code: 'link_expired' } });
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'link_expired' });
    expect(page.ledger().arrivals).toBe(0);
  });

  it('that someone else is paying: the page waits, asks again, and shows the end', async () => {
    const session = await page.start();
    const url = await page.startPayment(page.sessionId);
    await page.open(url);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await session.refresh();
      expect(session.state.name).toBe('processing');
      expect(page.picker()?.querySelectorAll('input')).toHaveLength(0);
      const before = reads();
      await vi.advanceTimersByTimeAsync(2_000);
      await vi.waitFor(() => expect(reads()).toBe(before + 2));
      expect(session.state.name).toBe('processing');
      await page.press(url, 'approve');
      await vi.waitFor(async () => {
        // Not once: the pause begins only when the last answer has been read.
        await vi.advanceTimersByTimeAsync(3_000);
        expect(session.state.name).toBe('paid');
      });
    } finally {
      vi.useRealTimers();
    }
  });

  it('nothing, because it cannot be reached: what is on the screen stays, and can be paid', async () => {
    const session = await page.start();
    page.network.intercept = (request, forward) =>
      isRead(request) ? Promise.reject(new TypeError('Failed to fetch')) : forward();
    const { state } = session;
    await session.refresh();
    expect(session.state).toBe(state);
    await session.initiatePayment('card');
    expect(page.ledger().paymentsCreated).toBe(1);
  });
});

describe('asking', () => {
  it('is done once for many that ask at the same time', async () => {
    const session = await page.start();
    await Promise.all(Array.from({ length: 10 }, () => session.refresh()));
    expect(reads()).toBe(2);
  });

  it('waits for no payment: while one is starting there is nothing to ask', async () => {
    const session = await page.start();
    const gate = createGate();
    page.network.intercept = async (_, forward) => {
      await gate.opened;
      return forward();
    };
    const paying = session.initiatePayment('card');
    await session.refresh();
    expect(reads()).toBe(0);
    gate.open();
    await paying;
  });

  it('after a failed load loads anew', async () => {
    page.network.intercept = () => new Response('<html>');
    const session = await page.start();
    page.network.intercept = undefined;
    await session.refresh();
    expect(session.state.name).toBe('ready');
  });

  it('after the end does nothing', async () => {
    const session = await page.start();
    session.destroy();
    const before = page.network.requests.length;
    await session.refresh();
    expect(session.state.name).toBe('destroyed');
    expect(page.network.requests.length).toBe(before);
  });
});

describe('a page that is looked at again', () => {
  it('by the Back button after the hand-off asks before it trusts itself', async () => {
    const session = await page.start();
    const { initiation } = (await session.initiatePayment('card')) as { initiation: { url: string } };
    await page.open(initiation.url);
    await page.press(initiation.url, 'decline');
    comeBack();
    await vi.waitFor(() => expect(session.state.name).toBe('ready'));
    expect(session.state).toMatchObject({ selectedMethodId: 'card', notice: { kind: 'welcomeBack' } });
    expect(text()).toContain(english.welcomeBack);
  });

  it('while the payment is open shows the way back to it, and no second one', async () => {
    const session = await page.start();
    const { initiation } = (await session.initiatePayment('card')) as { initiation: { url: string } };
    comeBack();
    await vi.waitFor(() => expect(session.state.name).toBe('processing'));
    expect(page.picker()?.querySelector('a')?.getAttribute('href')).toBe(initiation.url);
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'outcome_unclear' });
    expect(page.ledger().arrivals).toBe(1);
  });

  it('after it was paid says so', async () => {
    const onFailure = vi.fn();
    const session = await page.start({ onFailure });
    const { initiation } = (await session.initiatePayment('card')) as { initiation: { url: string } };
    await page.open(initiation.url);
    await page.press(initiation.url, 'approve');
    comeBack();
    await vi.waitFor(() => expect(session.state.name).toBe('paid'));
    expect(onFailure).not.toHaveBeenCalled();
  });

  it.each([
    ['seen again', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['online again', () => dispatchEvent(new Event('online'))],
    ['restored', comeBack],
  ])('%s, asks', async (_, happen) => {
    await page.start();
    happen();
    await vi.waitFor(() => expect(reads()).toBe(2));
  });

  it.each([
    ['hidden', () => document.dispatchEvent(new Event('visibilitychange')), 'hidden'],
    ['shown for the first time', () => dispatchEvent(new Event('pageshow')), 'visible'],
  ])('%s, does not', async (_, happen, visibility) => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility as DocumentVisibilityState);
    await page.start();
    happen();
    await Promise.resolve();
    expect(reads()).toBe(0);
  });

  it('loads by itself when a connection that was not there is back', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    page.network.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    const session = await page.start();
    expect(session.state).toMatchObject({ name: 'failed', error: { code: 'offline' } });
    onLine.mockReturnValue(true);
    page.network.intercept = undefined;
    dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(session.state.name).toBe('ready'));
  });

  it('does not ask of what is over', async () => {
    const session = await page.start();
    page.sandbox.cancelSession(page.sessionId);
    await session.refresh();
    const before = reads();
    comeBack();
    document.dispatchEvent(new Event('visibilitychange'));
    await Promise.resolve();
    expect(reads()).toBe(before);
  });
});

describe('the time a link has', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is counted on the server’s clock, however wrong the phone’s is', async () => {
    vi.setSystemTime(Date.UTC(2036, 0, 1));
    const session = await page.start();
    await payPhaseLoaded();
    expect(session.state.name).toBe('ready');
    vi.setSystemTime(Date.UTC(2016, 0, 1));
    await vi.advanceTimersByTimeAsync(9 * 60_000 + 58_000);
    expect(session.state.name).toBe('ready');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(session.state).toEqual({ name: 'expired' });
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'link_expired' });
    expect(page.ledger().arrivals).toBe(0);
  });

  it('is shown as it runs out, and announced once: two minutes before the end', async () => {
    await page.start();
    await payPhaseLoaded();
    const announced = (): string =>
      [...page.picker()!.querySelectorAll('[role=status],[role=alert]')]
        .map(({ textContent }) => textContent)
        .join();
    const before = announced();
    expect(before).not.toContain(english.linkExpiresSoon);
    await vi.advanceTimersByTimeAsync(6 * 60_000);
    expect(text()).toContain('Time left: 4 minutes');
    expect(announced()).toBe(before);
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    const warned = announced();
    expect(warned).toContain(english.linkExpiresSoon);
    await vi.advanceTimersByTimeAsync(60_000 + 30_000);
    expect(text()).toContain('Time left: 30 seconds');
    expect(announced()).toBe(warned);
  });

  it('does not end a payment that has begun: then it is Checkout’s to say', async () => {
    const session = await page.start();
    await session.initiatePayment('card');
    await vi.advanceTimersByTimeAsync(11 * 60_000);
    expect(session.state.name).toBe('handedOff');
  });
});
