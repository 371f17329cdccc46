import type { ShopSetting } from '../../e2e/support/startShop.js';
import { strictPolicy } from '../../e2e/support/strictPolicy.js';

/**
 * A payment page that notes what the SDK tells it, under a policy without inline code and with Trusted Types on. A test
 * changes its options by `globalThis.more`, in an init script, and starts it by hand where `globalThis.waits` is set.
 *
 * @param toOptions - The plain ones, by the API's address.
 * @param style - Sources of styles that its policy names. Default `'self'`.
 */
export function serveFaultPage(
  toOptions: (apiUrl: string) => object,
  style?: string,
): NonNullable<ShopSetting['serve']> {
  // Whatever must not be asked is within reach, so that it is the SDK which does not ask.
  const policy = strictPolicy({ connect: '*', image: '*', ...(style && { style }) });
  return (request, apiUrl) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/page.js')
      return new Response(SCRIPT, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
    if (pathname !== '/pay') return undefined;
    const options = JSON.stringify({
      apiUrl,
      container: '#payment',
      merchantName: MERCHANT,
      ...toOptions(apiUrl),
    });
    const html = `<!doctype html>
<html lang="en" data-options="${options.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">
  <head>
    <meta name="viewport" content="width=device-width" />
    <title>Payment</title>
    <link rel="icon" href="/assets/cup.svg" />
    <script src="/sdk/altapay.min.js" defer></script>
    <script src="/page.js" defer></script>
  </head>
  <body><h1>Payment</h1><main id="payment"></main><footer>Havn Coffee</footer></body>
</html>`;
    return new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    });
  };
}

export const MERCHANT = 'Havn Coffee';

const SCRIPT = `'use strict';
const heard = { failures: [], warnings: [], states: [], rejections: [] };
globalThis.heard = heard;
globalThis.start = (more) =>
  AltaPay.initFromQR({
    ...JSON.parse(document.documentElement.dataset.options),
    onFailure: (error) => heard.failures.push(error.toJSON()),
    onWarning: (warning) => heard.warnings.push(warning),
    onStateChange: ({ name }, session) => {
      heard.states.push(name);
      globalThis.session = session;
    },
    ...globalThis.more,
    ...more,
  }).then(
    (session) => (globalThis.session = session),
    (error) => void heard.rejections.push(error.toJSON()),
  );
if (!globalThis.waits) globalThis.opening = globalThis.start();
`;
