import type { EarlyStart } from './browser/takeEarlyStart.js';

declare global {
  // Where the request waits for the SDK.
  var altapayEarly: EarlyStart | undefined;
}

/*
 * The early start: an inline script that opens the payment link while the page is still being read, so that the answer is
 * under way when the SDK comes. It is the same for every merchant; the API's address is an attribute of its own tag.
 * Wherever anything is odd it does nothing, throwing on the way if it must, and the SDK asks by itself.
 */
try {
  const { hash, search, protocol, hostname } = location;
  // The form in which Checkout sends a payer to the page; the SDK reads others, too.
  const [, sessionId, linkId] = /^#sessionId=([\w-]{1,128})&linkId=([\w-]{1,128})$/.exec(hash) as unknown as [
    string,
    string,
    string,
  ];
  const url = new URL(
    `session/${sessionId}/activation`,
    (document.currentScript as HTMLScriptElement).dataset.apiUrl?.replace(/\/*$/, '/'),
  );
  if (
    isSecureContext &&
    (url.protocol === 'https:' || url.protocol + url.hostname === protocol + hostname) &&
    !/sessionId|linkId|token/.test(search) &&
    !(document as { prerendering?: boolean }).prerendering &&
    !self.AltaPay &&
    !self.altapayEarly
  ) {
    const stop = new AbortController();
    const answer = fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ linkId }),
      headers: { accept: 'application/json' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
      signal: stop.signal,
    });
    // Perhaps nobody comes to hear it.
    answer.catch(() => {});
    self.altapayEarly = [url, linkId, answer, stop];
    // The first format makes a phone read in its languages; it has nothing else to do now.
    setTimeout(Intl.NumberFormat);
  }
} catch {}
