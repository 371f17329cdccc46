import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { transition } from '../../src/core/transition.js';
import { PaymentError } from '../../src/errors.js';
import { createHoldBack } from '../../src/flow/createHoldBack.js';
import { createStore } from '../../src/flow/createStore.js';
import type { PickerView } from '../../src/core/pickerView.js';
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
  timeLeft: 'Time left: 4 minutes',
};
const texts: Texts = { messages: english, lang: 'en', dir: 'ltr', locale: 'en' };
const busy = (retryAfterMs?: number): PaymentError =>
  new PaymentError('rate_limited', 'Busy.', { retryAfterMs });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const store = createStore();
  store.extend(transition);
  const redraw = vi.fn();
  const { refine } = createHoldBack(store, redraw);
  store.dispatch({ type: 'loaded', answer: answerOf() });
  return { store, redraw, shown: (screen = view.screen) => refine({ ...view, screen }, texts) };
}

describe('a busy API', () => {
  it('holds the button back as long as it says, second by second, and then no more', () => {
    const { store, redraw, shown } = open();
    expect(shown()).toEqual(view);
    store.dispatch({ type: 'paymentNotCreated', error: busy(3_000) });
    expect(shown()).toMatchObject({ payButton: { disabled: true }, timeLeft: '3 seconds' });
    vi.advanceTimersByTime(2_000);
    expect(shown()).toMatchObject({ payButton: { disabled: true }, timeLeft: '1 second' });
    vi.advanceTimersByTime(1_000);
    expect(shown()).toEqual(view);
    const drawn = redraw.mock.calls.length;
    vi.advanceTimersByTime(60_000);
    expect(redraw).toHaveBeenCalledTimes(drawn);
  });

  it('holds it back whatever the payer chooses meanwhile, and for a minute at most', () => {
    const { store, shown } = open();
    store.dispatch({ type: 'paymentNotCreated', error: busy(3_600_000) });
    store.dispatch({ type: 'methodSelected', methodId: 'mobile' });
    expect(shown()).toMatchObject({ payButton: { disabled: true }, timeLeft: '60 seconds' });
    vi.advanceTimersByTime(60_000);
    expect(shown()).toEqual(view);
  });

  it('holds nothing back where it does not say for how long, nor on other screens', () => {
    const { store, shown } = open();
    store.dispatch({ type: 'paymentNotCreated', error: busy() });
    expect(shown()).toEqual(view);
    store.dispatch({ type: 'paymentNotCreated', error: busy(5_000) });
    expect(shown('processing')).toEqual({ ...view, screen: 'processing' });
  });

  it('leaves no timer behind', () => {
    const { store } = open();
    store.dispatch({ type: 'paymentNotCreated', error: busy(5_000) });
    store.dispatch({ type: 'destroyed' });
    expect(vi.getTimerCount()).toBe(0);
  });
});
