const BLOCKED_AFTER_MS = 5_000;

/**
 * Sends the payer to a guarded URL, and notices when the browser does not go.
 *
 * @param url - Has passed the guard.
 * @param onBlocked - Called when the page is still in front of the payer after five seconds.
 * @param navigate - Stands in for the page's navigation. Default: `location.assign`.
 * @returns Stops watching.
 */
export function performHandOff(
  url: URL,
  onBlocked: () => void,
  navigate: (url: URL) => void = ({ href }) => location.assign(href),
): () => void {
  const timer = setTimeout(onBlocked, BLOCKED_AFTER_MS);
  const stop = (): void => {
    clearTimeout(timer);
    removeEventListener('pagehide', stop);
  };
  addEventListener('pagehide', stop);
  try {
    navigate(url);
  } catch {
    // A sandboxed frame throws at once; the payer gets the link just as soon.
    stop();
    onBlocked();
  }
  return stop;
}
