import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { transition } from '../../src/core/transition.js';
import type { Loading } from '../../src/flow/createLoading.js';
import { createStore } from '../../src/flow/createStore.js';
import { watchPhone } from '../../src/flow/watchPhone.js';
import { answerOf } from '../core/states.js';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const store = createStore();
  store.extend(transition);
  store.dispatch({ type: 'loaded', answer: answerOf() });
  const refresh = vi.fn(() => Promise.resolve());
  const watch = watchPhone(store, { refresh } as unknown as Loading);
  const askedIn = async (ms: number): Promise<number> => {
    refresh.mockClear();
    await vi.advanceTimersByTimeAsync(ms);
    return refresh.mock.calls.length;
  };
  return { store, watch, askedIn };
}

it('asks less and less often, and only once a phone may have the link', async () => {
  const { watch, askedIn } = open();
  expect(await askedIn(MINUTE)).toBe(0);
  watch();
  expect([await askedIn(MINUTE), await askedIn(MINUTE), await askedIn(MINUTE)]).toEqual([5, 2, 2]);
  watch();
  expect(await askedIn(MINUTE)).toBe(5);
});

it('leaves it to others while a payment is under way, and goes on where the payer has a choice again', async () => {
  const { store, watch, askedIn } = open();
  watch();
  store.dispatch({ type: 'paymentConfirmed', methodId: 'card' });
  expect(await askedIn(MINUTE)).toBe(0);
  store.dispatch({ type: 'paymentCancelled' });
  expect(await askedIn(MINUTE)).toBeGreaterThan(0);
});

it('has nobody to ask for another link, and ends with the session', async () => {
  const { store, watch, askedIn } = open();
  watch();
  store.dispatch({ type: 'restarted' });
  store.dispatch({ type: 'loaded', answer: answerOf() });
  expect(await askedIn(MINUTE)).toBe(0);
  watch();
  store.dispatch({ type: 'destroyed' });
  expect(await askedIn(MINUTE)).toBe(0);
});
