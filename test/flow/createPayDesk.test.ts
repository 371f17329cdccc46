import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import { importPayPhase } from '../../src/importPayPhase.js';
import { createGate, openInSameTab, openPayerPage, payPhaseLoaded, type PayerPage } from '../payerPage.js';

vi.mock('../../src/importPayPhase.js', { spy: true });

/** Keeps what pays on its way until the gate is opened. */
function delayed(): ReturnType<typeof createGate> {
  const gate = createGate();
  vi.mocked(importPayPhase).mockImplementation(async () => {
    await gate.opened;
    return import('../../src/payPhase.js');
  });
  return gate;
}

let page: PayerPage;
beforeEach(async () => {
  page = await openPayerPage();
});
afterEach(() => {
  page.leave();
  vi.mocked(importPayPhase).mockReset();
});

describe('what only paying needs', () => {
  it('is not asked for before the methods are there, and then once', async () => {
    const asked: number[] = [];
    page.network.intercept = (_, forward) => {
      asked.push(vi.mocked(importPayPhase).mock.calls.length);
      return forward();
    };
    await page.start();
    expect(asked).toEqual([0]);
    await payPhaseLoaded();
    expect(importPayPhase).toHaveBeenCalledTimes(1);
  });

  it('comes before the methods where a handler of the page has to start inside the click', async () => {
    const gate = delayed();
    const started = vi.fn();
    const start = () => {
      started();
      return Promise.resolve({ type: 'cancelled' } as const);
    };
    const opening = page.startHeadless({ methodHandlers: { CARD: { start } } });
    await vi.waitFor(() => expect(importPayPhase).toHaveBeenCalled());
    gate.open();
    const session = await opening;
    const paying = session.initiatePayment('card');
    expect(started).toHaveBeenCalledOnce();
    await paying;
  });
});

describe('a link that is refused', () => {
  const refuse = (status: number) => {
    page.network.intercept = () => Promise.resolve(new Response('{}', { status }));
  };

  it('is told of after one round of looking for what reads refusals, where that cannot be had', async () => {
    vi.mocked(importPayPhase).mockRejectedValue(new TypeError('Failed to fetch'));
    refuse(403);
    const session = await page.start();
    expect(session.state).toMatchObject({ name: 'failed', error: { code: 'server', status: 403 } });
    expect(importPayPhase).toHaveBeenCalledTimes(3);
    expect(page.picker()?.textContent).toContain(english.problem);
  });

  it('is told of in the words of the part that has read it', async () => {
    refuse(403);
    const session = await page.start();
    expect(session.state).toMatchObject({ name: 'failed', error: { code: 'forbidden', status: 403 } });
    expect(page.picker()?.textContent).toContain(english.notAllowed);
  });
});

describe('a payer who presses before it is here', () => {
  it('pays once, however often it is pressed', async () => {
    const gate = delayed();
    const session = await page.startHeadless();
    const paying = session.initiatePayment('card');
    expect(session.state).toEqual({ name: 'initiating', methodId: 'card' });
    expect(session.initiatePayment('card')).toBe(paying);
    expect(page.ledger().arrivals).toBe(0);
    gate.open();
    await expect(paying).resolves.toMatchObject({ type: 'redirect' });
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });

  it('is told where it cannot be had, has paid nothing, and may press again', async () => {
    vi.mocked(importPayPhase).mockRejectedValue(new TypeError('Failed to fetch'));
    const failures = vi.fn();
    const session = await page.startHeadless({ onFailure: (error) => failures(error.code) });
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'network' });
    expect(session.state).toMatchObject({ name: 'ready', notice: { kind: 'attemptFailed' } });
    await vi.waitFor(() => expect(failures.mock.calls).toEqual([['network']]));
    expect(page.ledger().arrivals).toBe(0);

    vi.mocked(importPayPhase).mockReset();
    await expect(session.initiatePayment('card')).resolves.toMatchObject({ type: 'redirect' });
    // A browser remembers that an address has failed, so each attempt has another.
    const numbers = vi.mocked(importPayPhase).mock.calls.map(([failed]) => failed);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('does not pay for another link that was opened meanwhile', async () => {
    const gate = delayed();
    const session = await page.startHeadless();
    const paying = session.initiatePayment('card');
    const outcome = expect(paying).rejects.toMatchObject({ code: 'aborted' });
    openInSameTab(`#sessionId=${page.sessionId}&linkId=another-link`);
    gate.open();
    await outcome;
    expect(page.ledger().arrivals).toBe(0);
  });

  it('starts nothing once the session has ended', async () => {
    const gate = delayed();
    const session = await page.startHeadless();
    const outcome = expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'aborted' });
    session.destroy();
    gate.open();
    await outcome;
    expect(page.ledger().arrivals).toBe(0);
  });
});

describe('a load that has failed by chance', () => {
  it('is told at once where nothing can be loaded to send it again', async () => {
    vi.mocked(importPayPhase).mockRejectedValue(new TypeError('Failed to fetch'));
    page.network.intercept = () => new Response('{}', { status: 503 });
    const session = await page.start();
    expect(session.state).toMatchObject({ name: 'failed', error: { code: 'server', status: 503 } });
    expect(page.network.requests).toHaveLength(1);
  });
});
