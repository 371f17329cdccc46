import { initFromQR, type InitFromQROptions } from '../index.js';
import { followCallbacks } from './followCallbacks.js';

/** What a page may say of a payment that is drawn into an element of ours. */
export type MountOptions = Omit<InitFromQROptions, 'container' | 'signal'>;

/**
 * Begins a session in an element once the task that mounted it is over: a framework that mounts, unmounts and mounts again
 * has then made up its mind, and the link is opened once.
 *
 * @param container - Where the picker goes.
 * @param read - The options as they are now; called again for each callback.
 * @param onMistake - Called with what the page itself did wrong (`options_invalid`), which no picker shows.
 * @returns Ends the session, or keeps it from beginning.
 */
export function mountPayment(
  container: Element,
  read: () => Partial<MountOptions>,
  onMistake: (error: unknown) => void,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  queueMicrotask(() => {
    if (signal.aborted) return;
    const options = { ...followCallbacks(read), container, signal } as InitFromQROptions;
    initFromQR(options).catch((error: unknown) => {
      if (!signal.aborted) onMistake(error);
    });
  });
  return () => stop.abort();
}
