import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CheckoutSession } from '../../src/checkoutSession.js';
import type { SessionOptions } from '../../src/options.js';
import { gatherReported, isPayment, openPayerPage, payPhaseLoaded, type PayerPage } from '../payerPage.js';

let page: PayerPage;
beforeEach(async () => {
  page = await openPayerPage();
});
afterEach(() => page.leave());

const EVENTS = ['ready', 'methodselected', 'paymentinitiated', 'failure', 'statechange'] as const;

/** Writes down everything that is told, in the order it is told. */
function record() {
  const told: string[] = [];
  const note = (name: string) => () => void told.push(name);
  const callbacks: Partial<SessionOptions> = {
    onReady: note('onReady'),
    onMethodSelected: ({ id }) => told.push(`onMethodSelected ${id}`),
    onBeforePay: ({ id }) => void told.push(`onBeforePay ${id}`),
    onPaymentInitiated: note('onPaymentInitiated'),
    onFailure: ({ code }) => told.push(`onFailure ${code}`),
    onStateChange: ({ name }) => told.push(`onStateChange ${name}`),
  };
  return { told, callbacks };
}

async function walk(session: CheckoutSession): Promise<void> {
  page.picker()!.querySelector<HTMLInputElement>('input')!.click();
  // The payer takes a while between the two.
  await Promise.resolve();
  page.picker()!.querySelector<HTMLButtonElement>('[part~="pay-button"]')!.click();
  await vi.waitFor(() => expect(session.state.name).toBe('handedOff'));
  await Promise.resolve();
}

describe('what a merchant is told on the way to a payment', () => {
  it('by callbacks: each once and in order', async () => {
    const { told, callbacks } = record();
    const session = await page.start(callbacks);
    await payPhaseLoaded();
    await walk(session);
    expect(told).toEqual([
      'onStateChange ready',
      'onReady',
      'onStateChange ready',
      'onMethodSelected card',
      'onBeforePay card',
      'onStateChange initiating',
      'onPaymentInitiated',
      'onStateChange handedOff',
    ]);
  });

  it('by listeners and events of the container: the same, with the same detail', async () => {
    const listening = new AbortController();
    // The body outlives this test: the pages of other files stand in it.
    onTestFinished(() => listening.abort());
    const told: string[] = [];
    const details: unknown[] = [];
    for (const type of EVENTS)
      document.body.addEventListener(
        `altapay:${type}`,
        (event) => {
          told.push(event.type);
          details.push((event as CustomEvent).detail);
          expect(event.composed).toBe(true);
          expect(event.target).toBe(page.container);
        },
        { signal: listening.signal },
      );
    const heard: unknown[] = [];
    const session = await page.start();
    for (const type of EVENTS) session.on(type, (event) => heard.push(event));
    await walk(session);
    expect(told).toEqual([
      'altapay:statechange',
      'altapay:ready',
      'altapay:statechange',
      'altapay:methodselected',
      'altapay:statechange',
      'altapay:paymentinitiated',
      'altapay:statechange',
    ]);
    expect(heard).toHaveLength(5);
    expect(details.slice(2)).toEqual(heard);
    for (const detail of details) expect((detail as { session: CheckoutSession }).session).toBe(session);
  });

  it('first the callback, then listeners, then the container', async () => {
    const told: string[] = [];
    const session = await page.start({ onMethodSelected: () => void told.push('callback') });
    session.on('methodselected', () => void told.push('listener'));
    page.container.addEventListener('altapay:methodselected', () => void told.push('container'));
    page.picker()!.querySelector<HTMLInputElement>('input')!.click();
    await vi.waitFor(() => expect(told).toEqual(['callback', 'listener', 'container']));
  });

  it('tells a state change from what to what', async () => {
    const session = await page.start();
    const heard = vi.fn();
    session.on('statechange', ({ before, state }) => heard(before.name, state.name));
    await session.initiatePayment('card');
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
    expect(heard.mock.calls).toEqual([
      ['ready', 'initiating'],
      ['initiating', 'handedOff'],
    ]);
  });

  it('no more to a listener that was taken away', async () => {
    const session = await page.start();
    const heard = vi.fn();
    const stop = session.on('statechange', heard);
    stop();
    stop();
    await session.initiatePayment('card');
    expect(heard).not.toHaveBeenCalled();
  });

  it('an event for every method that is chosen, and none for the one chosen already', async () => {
    const onMethodSelected = vi.fn();
    await page.start({ onMethodSelected });
    const radios = [...page.picker()!.querySelectorAll<HTMLInputElement>('input')];
    radios[0]?.click();
    radios[1]?.click();
    radios[1]?.click();
    await vi.waitFor(() => expect(onMethodSelected).toHaveBeenCalledTimes(2));
  });
});

describe('the browser’s timeline', () => {
  const steps = (): string[] =>
    performance
      .getEntriesByType('mark')
      .map(({ name }) => name)
      .filter((name) => name.startsWith('altapay:'));
  beforeEach(() => performance.clearMarks());

  it('has a mark for each step', async () => {
    await walk(await page.start());
    expect(steps()).toEqual(['altapay:link', 'altapay:activated', 'altapay:ready', 'altapay:initiated']);
  });

  it('is missed by nobody where the page has broken it', async () => {
    vi.spyOn(performance, 'mark').mockImplementation(() => {
      throw new Error('broken by the page');
    });
    await walk(await page.start());
    expect(steps()).toEqual([]);
    expect(page.ledger().paymentsCreated).toBe(1);
  });
});

describe('what a merchant is told of failures', () => {
  it('one callback, one event, one error for each', async () => {
    page.network.intercept = () => new Response('{}', { status: 404 });
    const { told, callbacks } = record();
    const event = vi.fn();
    page.container.addEventListener('altapay:failure', event);
    await page.start(callbacks);
    await vi.waitFor(() => expect(event).toHaveBeenCalledOnce());
    expect(told).toEqual(['onStateChange failed', 'onFailure link_not_found']);
  });

  it('an attempt that fails twice the same way, twice: the payer has tried twice', async () => {
    const onFailure = vi.fn();
    const session = await page.start({ onFailure });
    page.network.intercept = (request, forward) =>
      isPayment(request) ? new Response('{}', { status: 429 }) : forward();
    await expect(session.initiatePayment('card')).rejects.toThrow();
    await expect(session.initiatePayment('card')).rejects.toThrow();
    await vi.waitFor(() => expect(onFailure).toHaveBeenCalledTimes(2));
  });

  it('a load that fails twice, twice', async () => {
    page.network.intercept = () => new Response('{}', { status: 400 });
    const onFailure = vi.fn();
    const session = await page.start({ onFailure });
    await session.refresh();
    await vi.waitFor(() => expect(onFailure).toHaveBeenCalledTimes(2));
  });

  it('in words for a developer: warnings go to onWarning, and to the console on demand', async () => {
    const onWarning = vi.fn();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const session = await page.start({ onWarning });
    await payPhaseLoaded();
    session.destroy();
    const told = onWarning.mock.calls.flat() as string[];
    expect(told).toEqual([expect.stringContaining('APPLE_PAY'), expect.stringContaining('GOOGLE_PAY')]);
    expect(warn).not.toHaveBeenCalled();
    await page.start({ debug: true });
    await payPhaseLoaded();
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/^altapay: /));
  });
});

describe('a merchant’s callback', () => {
  it('that throws or rejects stops nothing, and is reported to the page', async () => {
    const reported = gatherReported();
    const session = await page.start({
      onReady: () => {
        throw new Error('onReady');
      },
      onStateChange: vi.fn().mockRejectedValue(new Error('onStateChange')),
      onPaymentInitiated: () => {
        throw new Error('onPaymentInitiated');
      },
      onWarning: () => {
        throw new Error('onWarning');
      },
    });
    session.on('statechange', () => {
      throw new Error('listener');
    });
    await session.initiatePayment('card');
    expect(session.state.name).toBe('handedOff');
    const messages = () => new Set(reported.map((error) => (error as Error).message));
    await vi.waitFor(() =>
      expect(messages()).toEqual(
        new Set(['onReady', 'onStateChange', 'onPaymentInitiated', 'onWarning', 'listener']),
      ),
    );
    expect(page.ledger().paymentsCreated).toBe(1);
  });

  it('that never resolves is not waited for', async () => {
    const session = await page.start({ onReady: () => new Promise(() => undefined) as never });
    await session.initiatePayment('card');
    expect(page.ledger().paymentsCreated).toBe(1);
  });

  it.each(['onReady', 'onStateChange'] as const)('%s may end the session', async (name) => {
    const started = page.start({
      [name]: (...heard: unknown[]) => (heard.at(-1) as CheckoutSession).destroy(),
    });
    await expect(started).rejects.toMatchObject({ code: 'aborted' });
    expect(page.container.childElementCount).toBe(0);
  });

  it('may end the session while a payment starts: nobody is taken anywhere', async () => {
    const session = await page.start({ onPaymentInitiated: (_, own) => own.destroy() });
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'aborted' });
    expect(page.navigate).not.toHaveBeenCalled();
    expect(session.state.name).toBe('destroyed');
  });

  it('may start the payment itself: once ready is once paid', async () => {
    await page.start({ onReady: (session) => void session.initiatePayment('card') });
    await vi.waitFor(() => expect(page.navigate).toHaveBeenCalledOnce());
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });

  it.each(['onStateChange', 'onPaymentInitiated', 'onBeforePay'] as const)(
    '%s may press again: that starts no second payment',
    async (name) => {
      const again = (...heard: unknown[]): void => {
        const session = heard.at(-1) as CheckoutSession;
        if (session.state.name !== 'ready') session.initiatePayment('mobilepay').catch(() => undefined);
      };
      const session = await page.start({ [name]: again });
      await session.initiatePayment('card');
      expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
      expect(page.navigate).toHaveBeenCalledOnce();
    },
  );
});
