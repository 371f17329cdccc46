import type { PaymentErrorCode } from '../errors.js';
import type { Loading } from './createLoading.js';
import type { Store } from './createStore.js';
import type { SessionEffects } from './sessionPlan.js';

const FIRST_POLL_MS = 2_000;
const LONGEST_POLL_MS = 30_000;
const ENDED_BY: Partial<Record<string, PaymentErrorCode>> = { online: 'offline', visible: 'timeout' };
const WORTH_ASKING = /^(ready|handedOff|unclear|processing)$/;

/**
 * Asks Checkout again whenever what is on the screen may no longer be true: after the Back button, a wake-up, a
 * connection that is back, and while a payment is under way elsewhere.
 *
 * @returns Stops watching.
 */
export function watchSession(store: Store, loading: Loading, { onWakeUp }: SessionEffects): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_POLL_MS;

  const poll = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      pause = Math.min(pause * 1.5, LONGEST_POLL_MS);
      void loading.refresh().finally(() => {
        if (store.now().state.name === 'processing') poll();
      });
    }, pause);
  };

  const stopListening = onWakeUp((reason) => {
    const { state } = store.now();
    if (WORTH_ASKING.test(state.name)) void loading.refresh();
    // What has kept the order from being loaded is over; in the background time runs out by itself.
    else if (state.name === 'failed' && state.error.code === ENDED_BY[reason]) void loading.load();
  });
  const unsubscribe = store.subscribe(({ state }, before) => {
    if (state.name === before.state.name) return;
    clearTimeout(timer);
    pause = FIRST_POLL_MS;
    if (state.name === 'processing') poll();
  });
  return () => {
    clearTimeout(timer);
    stopListening();
    unsubscribe();
  };
}
