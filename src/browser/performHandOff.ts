const BLOCKED_AFTER_MS = 5_000;
/** Where an app opens, it does so at once. */
const NOT_OPENED_AFTER_MS = 2_500;

/**
 * Sends the payer to a guarded URL, and notices when nothing comes of it: the page is still in front of the payer after five
 * seconds, or after two and a half where an app should have opened.
 *
 * @param url - Has passed the guard.
 * @param onBlocked - Called then.
 * @param navigate - Stands in for the page's navigation. Default: `location.assign`.
 * @returns Stops watching.
 */
export function performHandOff(
  url: URL,
  onBlocked: () => void,
  navigate: (url: URL) => void = ({ href }) => location.assign(href),
): () => void {
  const isWeb = /^https?:$/.test(url.protocol);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, isWeb ? BLOCKED_AFTER_MS : NOT_OPENED_AFTER_MS);
  };
  const look = (): void => {
    // An app is in front, by its scheme or a universal link: whoever comes back from it finds the page asking Checkout.
    if (document.visibilityState === 'hidden') return;
    // So is the browser's question whether to open one; it may be answered with no.
    if (isWeb || document.hasFocus()) onBlocked();
    else addEventListener('focus', wait, { once: true });
  };
  const stop = (): void => {
    clearTimeout(timer);
    removeEventListener('focus', wait);
    removeEventListener('pagehide', stop);
  };
  addEventListener('pagehide', stop);
  wait();
  try {
    navigate(url);
  } catch {
    // A sandboxed frame throws at once; the payer gets the link just as soon.
    stop();
    onBlocked();
  }
  return stop;
}
