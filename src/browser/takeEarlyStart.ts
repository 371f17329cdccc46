/** An activation that the page's inline snippet, `early.ts`, has begun before the SDK was here. */
export type EarlyStart = readonly [
  url: URL,
  linkId: string,
  answer: Promise<Response>,
  stop: AbortController,
];

/**
 * Takes off the page what it has begun early. Where that is not what is wanted now, it is stopped.
 *
 * @param url - The activation's address.
 * @param linkId - The link to be opened.
 * @returns Answers once as `fetch` would; undefined where there is nothing that fits.
 */
export function takeEarlyStart(url: URL, linkId: string): typeof fetch | undefined {
  const early = globalThis.altapayEarly;
  globalThis.altapayEarly = undefined;
  if (!early) return undefined;
  const [earlyUrl, earlyLinkId, answer, stop] = early;
  if (earlyUrl.href !== url.href || earlyLinkId !== linkId) {
    stop.abort();
    return undefined;
  }
  return (_, init) => {
    init?.signal?.addEventListener('abort', () => stop.abort());
    return answer;
  };
}
