import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followReturn } from '../../src/return/followReturn.js';
import type { ReturnState } from '../../src/return/returnOptions.js';

const LIMIT_MS = 60_000;
const waiting: ReturnState = { name: 'waiting' };
const paid: ReturnState = { name: 'paid' };
const declined: ReturnState = { name: 'declined' };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A payment being followed: what the server answers next, what the payer reads, and the page's own wake-up. */
function follow(first: () => Promise<ReturnState>) {
  const ask = vi.fn<(signal: AbortSignal) => Promise<ReturnState>>(first);
  const told: string[] = [];
  const ending = new AbortController();
  let wakeUp = (): void => undefined;
  const stopListening = vi.fn();
  const checkAgain = followReturn(
    {
      ask,
      onWakeUp(listener) {
        wakeUp = listener;
        return stopListening;
      },
      now: () => Date.now(),
    },
    LIMIT_MS,
    ending.signal,
    ({ name }) => told.push(name),
  );
  return { ask, told, ending, stopListening, checkAgain, wakeUp: () => wakeUp() };
}

const answered = (state: ReturnState) => () => Promise.resolve(state);

describe('following a payment', () => {
  it('asks at once, then with growing pauses, and no more once it is paid', async () => {
    const { ask, told } = follow(answered(waiting));
    await vi.advanceTimersByTimeAsync(0);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1_400);
    expect(ask).toHaveBeenCalledTimes(2);
    ask.mockResolvedValue(paid);
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual(['paid']);
    await vi.advanceTimersByTimeAsync(10 * LIMIT_MS);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('asks a dozen times in a minute, then says that it is not known', async () => {
    const { ask, told } = follow(answered(waiting));
    await vi.advanceTimersByTimeAsync(10 * LIMIT_MS);
    expect(ask.mock.calls.length).toBeGreaterThan(5);
    expect(ask.mock.calls.length).toBeLessThan(15);
    expect(told).toEqual(['unclear']);
  });

  it('says once that Checkout does not know, however often it asks', async () => {
    const { ask, told } = follow(answered({ name: 'unclear' }));
    await vi.advanceTimersByTimeAsync(10 * LIMIT_MS);
    expect(ask.mock.calls.length).toBeGreaterThan(5);
    expect(told).toEqual(['unclear']);
  });

  it('takes a rejection for “not known yet”', async () => {
    const { ask, told } = follow(() => Promise.reject(new Error('Failed to fetch')));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual([]);
    ask.mockResolvedValue(declined);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual(['declined']);
  });

  it('goes on when the payer asks again after the end', async () => {
    const { ask, told, checkAgain } = follow(answered(waiting));
    await vi.advanceTimersByTimeAsync(2 * LIMIT_MS);
    ask.mockResolvedValue(paid);
    checkAgain();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['unclear', 'waiting', 'paid']);
  });

  it('asks at once after a wake-up, and gives up the question from before it', async () => {
    const { ask, told, wakeUp } = follow(() => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(0);
    ask.mockResolvedValue(paid);
    wakeUp();
    expect(ask.mock.calls[0]![0].aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['paid']);
  });

  it('begins anew where the machine has slept, which no event tells', async () => {
    const { ask, told } = follow(answered(waiting));
    await vi.advanceTimersByTimeAsync(0);
    vi.setSystemTime(Date.now() + 10 * LIMIT_MS);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual([]);
    const before = ask.mock.calls.length;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ask.mock.calls.length).toBeGreaterThan(before);
  });

  it('keeps what is known where a later question fails, and hears a later word', async () => {
    const { ask, told, wakeUp } = follow(answered(declined));
    await vi.advanceTimersByTimeAsync(0);
    ask.mockRejectedValueOnce(new Error('offline'));
    wakeUp();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['declined']);
    ask.mockResolvedValue(paid);
    wakeUp();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['declined', 'paid']);
  });

  it('leaves nothing behind when it is ended', async () => {
    const { ask, told, ending, stopListening, wakeUp } = follow(answered(waiting));
    await vi.advanceTimersByTimeAsync(0);
    ending.abort();
    expect(stopListening).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
    wakeUp();
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(told).toEqual([]);
  });
});
