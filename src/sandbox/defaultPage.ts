import { Hono } from 'hono';
import { apiPath } from './apiPath.js';
import type { Checkout } from './checkout.js';
import { renderMessagePage } from './page.js';
import { pageTexts } from './pageTexts.js';
import { renderPaymentPage, sdkScript } from './paymentPage.js';
import { Problem } from './problem.js';

/** Gives one of the SDK's own files by its name below `dist`, e.g. `altapay.min.js`. */
export type ReadAsset = (name: string) => Promise<Uint8Array | undefined>;

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  svg: 'image/svg+xml',
};

/** Checkout's own payment page, for links without a page of the merchant's: the SDK, and nothing else. */
export function defaultPageRoutes(checkout: Checkout, readAsset: ReadAsset | undefined): Hono {
  const app = new Hono();

  app.get('/checkout/page', async (c) => {
    if (!(await readAsset?.(sdkScript))) {
      const text =
        'The sandbox was started without the SDK’s files (option readAsset), so it cannot show its payment page.';
      return renderMessagePage(200, 'No script here', text);
    }
    const { name: merchantName } = checkout.merchant;
    const texts = pageTexts(c.req.header('accept-language') ?? '');
    return renderPaymentPage({
      ...texts,
      help: texts.help(merchantName),
      ...(texts.lang !== 'en' && { language: `/checkout/assets/lang/${texts.lang}.js` }),
      data: {
        'api-url': checkout.origin(c.req.raw) + apiPath,
        container: '#payment',
        'merchant-name': merchantName,
        'idempotency-key': 'true',
      },
    });
  });

  app.get('/checkout/assets/:name{.+}', async (c) => {
    const name = c.req.param('name');
    const isPlain = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(name);
    const bytes = isPlain ? await readAsset?.(name) : undefined;
    if (!bytes) throw new Problem(404, 'NOT_FOUND', 'There is no such file.');
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
  });

  // Browsers ask for one by themselves; without an answer every page of ours logs an error.
  app.get('/favicon.ico', (c) => c.body(null, 204));

  return app;
}
