import { describeTimeLeft } from '../core/countdown.js';
import type { PickerView } from '../core/pickerView.js';
import type { SessionState } from '../core/sessionState.js';
import type { PaymentError } from '../errors.js';
import type { Texts } from '../i18n/createTexts.js';
import type { Store } from './createStore.js';

const TICK_MS = 1_000;
/** An API may ask for an hour; a payer would think that the page is broken. */
const MOST_MS = 60_000;

export type HoldBack = {
  /** The view with its buttons held back, and the seconds that are left; told on the screen, and never announced. */
  refine(view: PickerView, texts: Texts): PickerView;
};

/** Keeps the payer from asking again before a busy API wants to be asked (`Retry-After`), on the page's own stopwatch. */
export function createHoldBack(store: Store, redraw: () => void): HoldBack {
  let heard: PaymentError | undefined;
  let until = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  const left = (): number => until - performance.now();

  const look = (): void => {
    const { state } = store.now();
    const error = errorIn(state);
    if (state.name === 'destroyed') clearInterval(timer);
    if (!error?.retryAfterMs || error === heard) return;
    heard = error;
    until = performance.now() + Math.min(error.retryAfterMs, MOST_MS);
    clearInterval(timer);
    timer = setInterval(() => {
      if (left() <= 0) clearInterval(timer);
      redraw();
    }, TICK_MS);
    redraw();
  };
  store.subscribe(look);
  look();

  return {
    refine(view, { locale }) {
      const { payButton, notice } = view;
      if (left() <= 0 || !/^(ready|failed)$/.test(view.screen)) return view;
      return {
        ...view,
        payButton: payButton && { ...payButton, disabled: true },
        notice: notice?.action ? { ...notice, action: { ...notice.action, disabled: true } } : notice,
        timeLeft: describeTimeLeft(left(), locale, 1),
      };
    },
  };
}

function errorIn(state: SessionState): PaymentError | undefined {
  if (state.name === 'failed') return state.error;
  const notice = state.name === 'ready' ? state.notice : undefined;
  return notice?.kind === 'attemptFailed' ? notice.error : undefined;
}
