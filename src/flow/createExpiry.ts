import { describeTimeLeft, millisecondsLeft } from '../core/countdown.js';
import type { Store } from './createStore.js';
import type { Opened } from './sessionPlan.js';

const TICK_MS = 1_000;
/** The finest step in which the time left is told. */
const STEP_MS = 10_000;
/** WCAG 2.2 SC 2.2.1: whoever is timed must be warned. The time left is shown from here on. */
const SHOWN_BELOW_MS = 10 * 60_000;
const WARNED_BELOW_MS = 2 * 60_000;

export type Expiry = {
  /** Sets the countdown by the server's clock; an answer without times leaves it as it was. */
  set(opened: Opened): void;
  /** The time left in words; undefined while there is plenty, or none is known. */
  timeLeft(locale: string): string | undefined;
  /** Whether the payer is to be warned. */
  endsSoon(): boolean;
  /** Ends the countdown, and forgets it: another link has another end. */
  stop(): void;
};

/** Counts down to the link's end on the server's clock, and tells the store when it has come. */
export function createExpiry(store: Store, onTick: () => void): Expiry {
  let times: { expiresAt: number; serverTime: number; receivedAt: number } | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const left = (): number => (times ? millisecondsLeft({ ...times, now: performance.now() }) : Infinity);

  const stop = (): void => {
    times = undefined;
    clearInterval(timer);
  };
  let shown = 0;
  const tick = (): void => {
    const step = Math.ceil(left() / STEP_MS);
    // Until it is heard: a payment that is starting is not cut short, and may come back to the methods.
    if (step === 0) store.dispatch({ type: 'expired' });
    else if (step !== shown) onTick();
    if (store.now().state.name === 'expired') stop();
    shown = step;
  };
  return {
    set({ serverTime, expiresAt }) {
      if (serverTime === undefined || expiresAt === undefined) return;
      stop();
      times = { serverTime, expiresAt, receivedAt: performance.now() };
      timer = setInterval(tick, TICK_MS);
    },
    timeLeft: (locale) => (left() < SHOWN_BELOW_MS ? describeTimeLeft(left(), locale) : undefined),
    endsSoon: () => left() <= WARNED_BELOW_MS,
    stop,
  };
}
