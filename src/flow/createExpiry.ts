import { describeTimeLeft, millisecondsLeft, type Clock } from '../core/countdown.js';
import type { PickerView } from '../core/pickerView.js';
import type { Texts } from '../i18n/createTexts.js';
import type { Store } from './createStore.js';

const TICK_MS = 1_000;
/** The finest step in which the time left is told. */
const STEP_MS = 10_000;
/** WCAG 2.2 SC 2.2.1: whoever is timed must be warned. The time left is shown from here on. */
const SHOWN_BELOW_MS = 10 * 60_000;
const WARNED_BELOW_MS = 2 * 60_000;

export type Expiry = {
  /** The view with the time that is left, shown while there is a choice to make, and the warning, said once. */
  refine(view: PickerView, texts: Texts): PickerView;
};

/** Counts down to the link's end on the server's clock, and tells the store when it has come. */
export function createExpiry(store: Store, clock: () => Clock | undefined, redraw: () => void): Expiry {
  let times: Clock | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let shown = 0;
  const left = (): number => (times ? millisecondsLeft({ ...times, now: performance.now() }) : Infinity);

  const tick = (): void => {
    const step = Math.ceil(left() / STEP_MS);
    // Until it is heard: a payment that is starting is not cut short, and may come back to the methods.
    if (step === 0) store.dispatch({ type: 'expired' });
    else if (step !== shown) redraw();
    shown = step;
  };
  // Another link, or the same one opened anew, has another end; an end that has come has none.
  const look = (): void => {
    const { name } = store.now().state;
    const now = /^(expired|destroyed)$/.test(name) ? undefined : clock();
    if (now === times) return;
    times = now;
    clearInterval(timer);
    if (!times) return;
    timer = setInterval(tick, TICK_MS);
    tick();
  };
  store.subscribe(look);
  look();

  return {
    refine(view, { messages, locale }) {
      const ms = left();
      const { payButton, notice, screen } = view;
      if (!payButton || ms >= SHOWN_BELOW_MS) return view;
      const timeLeft = messages.timeLeft.replace('{time}', describeTimeLeft(ms, locale));
      const warned = ms <= WARNED_BELOW_MS && screen === 'ready' && !notice;
      // Its words stay the same, so it is announced once.
      const warning = { announcement: { text: messages.linkExpiresSoon, assertive: true } };
      return { ...view, timeLeft, ...(warned && warning) };
    },
  };
}
