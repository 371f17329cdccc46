import { bundlePage } from './bundlePage.js';
import type { ShopSetting } from './startShop.js';
import { strictPolicy } from './strictPolicy.js';

const JAVASCRIPT = { 'content-type': 'text/javascript' };

/** An application that loads the script when its button is pressed, as often as the payer likes. */
const application = bundlePage(`
  import { loadAltaPay } from 'altapay-js/load';
  const { apiUrl, ...options } = JSON.parse(document.querySelector('main').dataset.options);
  document.querySelector('button').onclick = async () => {
    try {
      const [altapay, again] = await Promise.all([loadAltaPay(options), loadAltaPay(options)]);
      document.title = String(altapay === again);
      await altapay.initFromQR({ apiUrl, container: 'main' });
    } catch (error) {
      document.querySelector('p').textContent += error.message + ' ';
    }
  };`);

/**
 * Serves the application under a policy of one nonce, `one`.
 *
 * @param options - Of `loadAltaPay`, over the script's address.
 * @param page - `refusals`: so many requests for the script are answered by 503; `mapped`: its hash in an import map.
 */
export function serveLoader(
  options: object,
  { refusals = 0, mapped }: { refusals?: number; mapped?: string } = {},
): NonNullable<ShopSetting['serve']> {
  let left = refusals;
  return ({ url }, apiUrl) => {
    const { pathname } = new URL(url);
    if (pathname === '/app.js') return new Response(application, { headers: JAVASCRIPT });
    if (pathname === '/sdk/altapay.min.js' && (left -= 1) >= 0)
      return new Response('', { status: 503, headers: JAVASCRIPT });
    if (pathname !== '/pay') return undefined;
    const data = JSON.stringify({ src: '/sdk/altapay.min.js', apiUrl, ...options }).replaceAll('"', '&quot;');
    const map = JSON.stringify({ integrity: { '/sdk/altapay.min.js': mapped } });
    const html = `<!doctype html><html lang="en"><title>Pay</title><meta name="viewport" content="width=device-width" />
<link rel="icon" href="/assets/cup.svg" />${mapped ? `<script nonce="one" type="importmap">${map}</script>` : ''}
<script nonce="one" type="module" src="/app.js"></script>
<button>Show the payment</button><p></p><main data-options="${data}"></main></html>`;
    const policy = strictPolicy({
      script: "'nonce-one'",
      connect: new URL(apiUrl).origin,
      image: `'self' ${new URL(apiUrl).origin}`,
    });
    return new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    });
  };
}
