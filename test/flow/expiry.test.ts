import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Clock } from '../../src/core/countdown.js';
import type { PickerView } from '../../src/core/pickerView.js';
import { transition } from '../../src/core/transition.js';
import { createExpiry } from '../../src/flow/createExpiry.js';
import { createStore } from '../../src/flow/createStore.js';
import type { Texts } from '../../src/i18n/createTexts.js';
import { english } from '../../src/i18n/messages.js';
import { answerOf } from '../core/states.js';

const view: PickerView = {
  screen: 'ready',
  lang: 'en',
  dir: 'ltr',
  label: 'Payment',
  loading: false,
  payTo: 'Pay to',
  payButton: { label: ['Pay'], disabled: false, busy: false },
  announcement: { text: 'Pay to Nordlys Kaffe', assertive: false },
};
const texts: Texts = { messages: english, lang: 'en', dir: 'ltr', locale: 'en' };
const MINUTE = 60_000;
const WARNING = { text: english.linkExpiresSoon, assertive: true };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The server's clock is an hour wrong by the phone's: only its own two readings may count. */
function clockOf(leftMs: number): Clock {
  return { serverTime: 3_600_000, expiresAt: 3_600_000 + leftMs, receivedAt: performance.now() };
}

function open(leftMs?: number) {
  const store = createStore();
  store.extend(transition);
  store.dispatch({ type: 'loaded', answer: answerOf() });
  const redraw = vi.fn();
  let clock = leftMs === undefined ? undefined : clockOf(leftMs);
  const { refine } = createExpiry(store, () => clock, redraw);
  return {
    store,
    redraw,
    setClock: (next: Clock | undefined) => void (clock = next),
    shown: (over: Partial<PickerView> = {}) => refine({ ...view, ...over }, texts),
  };
}

describe('the time left', () => {
  it('is shown below ten minutes, and never announced', () => {
    const { shown } = open(11 * MINUTE);
    expect(shown()).toEqual(view);
    vi.advanceTimersByTime(7 * MINUTE);
    expect(shown()).toEqual({ ...view, timeLeft: 'Time left: 4 minutes' });
  });

  it('is shown nowhere where nobody said when the link ends', () => {
    const { shown, redraw } = open();
    vi.advanceTimersByTime(60 * MINUTE);
    expect(shown()).toEqual(view);
    expect(redraw).not.toHaveBeenCalled();
  });

  it('is shown where a choice is to be made, and on no other screen', () => {
    const { shown } = open(4 * MINUTE);
    expect(shown({ screen: 'initiating' }).timeLeft).toBe('Time left: 4 minutes');
    expect(shown({ screen: 'paid', payButton: undefined })).toEqual({
      ...view,
      screen: 'paid',
      payButton: undefined,
    });
  });

  it('is drawn anew every ten seconds and no more often', () => {
    const { redraw } = open(5 * MINUTE);
    redraw.mockClear();
    vi.advanceTimersByTime(MINUTE);
    expect(redraw).toHaveBeenCalledTimes(6);
  });
});

describe('the warning', () => {
  it('is announced from two minutes on', () => {
    const { shown } = open(2 * MINUTE + 1_000);
    expect(shown().announcement).toEqual(view.announcement);
    vi.advanceTimersByTime(1_000);
    expect(shown().announcement).toEqual(WARNING);
    vi.advanceTimersByTime(MINUTE);
    expect(shown().announcement).toEqual(WARNING);
  });

  it('gives way to a notice, and to a payment that is starting', () => {
    const { shown } = open(MINUTE);
    expect(shown({ screen: 'initiating' }).announcement).toEqual(view.announcement);
    const notice = { placement: 'inline', tone: 'error', heading: ['x'], text: ['y'], busy: false } as const;
    expect(shown({ notice }).announcement).toEqual(view.announcement);
  });
});

describe('the end', () => {
  it('comes when the time is over', () => {
    const { store } = open(MINUTE);
    vi.advanceTimersByTime(MINUTE - 1);
    expect(store.now().state.name).toBe('ready');
    vi.advanceTimersByTime(1_000);
    expect(store.now().state.name).toBe('expired');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits for a payment that is starting, and comes when it was refused', () => {
    const { store } = open(1_000);
    store.dispatch({ type: 'paymentConfirmed', methodId: 'card' });
    vi.advanceTimersByTime(MINUTE);
    expect(store.now().state.name).toBe('initiating');
    store.dispatch({ type: 'paymentCancelled' });
    vi.advanceTimersByTime(1_000);
    expect(store.now().state.name).toBe('expired');
  });

  it('is another one for another link, and none once the session has ended', () => {
    const { store, setClock, shown } = open(MINUTE);
    setClock(undefined);
    store.dispatch({ type: 'restarted' });
    expect(vi.getTimerCount()).toBe(0);
    setClock(clockOf(5 * MINUTE));
    store.dispatch({ type: 'loaded', answer: answerOf() });
    vi.advanceTimersByTime(MINUTE);
    expect(store.now().state.name).toBe('ready');
    expect(shown().timeLeft).toBe('Time left: 4 minutes');
    store.dispatch({ type: 'destroyed' });
    expect(vi.getTimerCount()).toBe(0);
  });
});
