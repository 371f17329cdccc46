const EVERYWHERE = ["default-src 'none'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"];
const NO_SINKS = ["require-trusted-types-for 'script'", "trusted-types 'none'"];

/**
 * Headers of the merchant's own pages.
 *
 * @returns {Record<string, string>}
 */
export function merchantPageHeaders() {
  return {
    'content-security-policy': [
      ...EVERYWHERE,
      "script-src 'self'",
      "connect-src 'self'",
      "img-src 'self'",
      "form-action 'self'",
      ...NO_SINKS,
    ].join('; '),
    // Not `no-referrer`: a form's POST would then say `Origin: null` and be taken for a forgery.
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/**
 * Headers of the payment page: nothing runs but the one script with this nonce, and it reaches nothing but Checkout.
 *
 * @param {{ nonce: string, apiOrigin: string, asksShop?: boolean }} options  `asksShop`: the page may ask this shop, too.
 * @returns {Record<string, string>}
 */
export function paymentPageHeaders({ nonce, apiOrigin, asksShop = false }) {
  // `https:` covers every logo but those of a sandbox on this machine.
  const images = apiOrigin.startsWith('https:') ? 'https:' : `https: ${apiOrigin}`;
  return {
    'content-security-policy': [
      ...EVERYWHERE,
      `script-src 'nonce-${nonce}'`,
      `connect-src ${apiOrigin}${asksShop ? " 'self'" : ''}`,
      `img-src ${images}`,
      "form-action 'none'",
      ...NO_SINKS,
    ].join('; '),
    'referrer-policy': 'no-referrer',
    // Not `no-store`: the page holds nothing of the payer's, and the browser may then bring it back at once on Back.
    'cache-control': 'no-cache',
  };
}

/**
 * Headers of the page a payer comes back to, and of one that says there is nothing: they need no script at all.
 *
 * @returns {Record<string, string>}
 */
export function returnedPageHeaders() {
  return {
    'content-security-policy': [...EVERYWHERE, "form-action 'none'", ...NO_SINKS].join('; '),
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}
