/** An activation that the page's inline snippet, `early.ts`, has begun before the SDK was here. */
export type EarlyStart = {
  readonly url: URL;
  readonly linkId: string;
  readonly answer: Promise<Response>;
  readonly stop: AbortController;
};

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
  if (early?.url.href !== url.href || early.linkId !== linkId) {
    early?.stop.abort();
    return undefined;
  }
  return (_, init) => {
    init?.signal?.addEventListener('abort', () => early.stop.abort());
    return early.answer;
  };
}
