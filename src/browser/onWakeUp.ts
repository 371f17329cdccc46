/**
 * Tells when the payer is back at a page that may no longer be true: restored by the Back button, seen again after
 * another tab or app, or online again.
 *
 * @returns Stops listening.
 */
export function onWakeUp(listener: (reason: 'restored' | 'visible' | 'online') => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener('pageshow', ({ persisted }) => persisted && listener('restored'), { signal });
  addEventListener('online', () => listener('online'), { signal });
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && listener('visible'),
    { signal },
  );
  return () => listening.abort();
}
