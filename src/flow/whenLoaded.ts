import type { Store } from './createStore.js';

/** Resolves when the session is not loading (any more), whatever it is then. */
export function whenLoaded(store: Store): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (store.now().state.name === 'loading') return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });
}
