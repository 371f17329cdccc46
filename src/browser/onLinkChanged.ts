/**
 * Tells when another payment link was opened in this tab: only the fragment changes then, and the page is not loaded.
 *
 * @returns Stops listening.
 */
export function onLinkChanged(listener: (url: URL) => void): () => void {
  const hear = (): void => listener(new URL(location.href));
  addEventListener('hashchange', hear);
  return () => removeEventListener('hashchange', hear);
}
