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
 * @param {{ nonce: string, apiOrigin: string, framed?: boolean, asksShop?: boolean }} options
 *   `framed`: the gateway's form may stand in the page; `asksShop`: the page may ask this shop, too.
 * @returns {Record<string, string>}
 */
export function paymentPageHeaders({ nonce, apiOrigin, framed = false, asksShop = false }) {
  // `https:` covers every logo but those of a sandbox on this machine.
  const images = apiOrigin.startsWith('https:') ? 'https:' : `https: ${apiOrigin}`;
  return {
    'content-security-policy': [
      ...EVERYWHERE,
      `script-src 'nonce-${nonce}'`,
      `connect-src ${apiOrigin}${asksShop ? " 'self'" : ''}`,
      `img-src ${images}`,
      // A payment may go on by a form that the SDK posts to the gateway.
      `form-action ${apiOrigin}`,
      ...(framed ? [`frame-src ${apiOrigin}`] : []),
      ...NO_SINKS,
    ].join('; '),
    'referrer-policy': 'no-referrer',
    // Not `no-store`: the page holds nothing of the payer's, and the browser may then bring it back at once on Back.
    'cache-control': 'no-cache',
  };
}

/**
 * Headers of the page a payer comes back to, and of one that says there is nothing. Only one that follows a payment which is not
 * known yet needs a script.
 *
 * @param {{ follows?: boolean }} [options]
 * @returns {Record<string, string>}
 */
export function returnedPageHeaders({ follows = false } = {}) {
  return {
    'content-security-policy': [
      ...EVERYWHERE,
      "form-action 'none'",
      ...(follows ? ["script-src 'self'", "connect-src 'self'"] : []),
      ...NO_SINKS,
    ].join('; '),
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}
