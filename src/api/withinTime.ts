import { PaymentError } from '../errors.js';

/**
 * Runs something that takes a signal, and ends it when time is up or an outer signal is aborted.
 *
 * @param outer - Ends it early, with its own reason.
 * @param limitMs - Milliseconds.
 * @throws PaymentError `timeout`; the outer signal's reason; or what `run` threw by itself.
 */
export async function withinTime<T>(
  outer: AbortSignal,
  limitMs: number,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const stop = (): void => own.abort(outer.reason);
  const timer = setTimeout(
    () => own.abort(new PaymentError('timeout', 'The API took too long to answer.')),
    limitMs,
  );
  // Raced, because what a merchant hands in may not heed its signal.
  const ended = new Promise<never>((_, reject) => {
    own.signal.addEventListener('abort', () => reject(own.signal.reason as Error));
  });
  // It ends after the race as well, and then nobody is there to hear it.
  ended.catch(() => undefined);
  outer.addEventListener('abort', stop);
  if (outer.aborted) stop();
  try {
    return await Promise.race([run(own.signal), ended]);
  } catch (cause) {
    // The engines name an aborted fetch differently, so the signal's own reason decides.
    throw own.signal.aborted ? own.signal.reason : cause;
  } finally {
    own.abort();
    clearTimeout(timer);
    outer.removeEventListener('abort', stop);
  }
}
