import type { Loading } from './createLoading.js';
import type { Store } from './createStore.js';

const FIRST_ASK_MS = 3_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Asks Checkout calmly whether a phone pays, once it may have the link. While it does, the methods here are away; what
 * comes of it then is asked for as for any payment that is under way elsewhere.
 *
 * @returns Begins, or begins anew with short pauses.
 */
export function watchPhone(store: Store, loading: Loading): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = 0;

  const wait = (): void => {
    clearTimeout(timer);
    if (!pause || store.now().state.name !== 'ready') return;
    timer = setTimeout(() => {
      pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS);
      void loading.refresh().finally(wait);
    }, pause);
  };

  store.subscribe(({ state }, before) => {
    if (state.name === before.state.name) return;
    // Another link has not been shown to any phone.
    if (state.name === 'loading') pause = 0;
    wait();
  });
  return () => {
    pause = FIRST_ASK_MS;
    wait();
  };
}
