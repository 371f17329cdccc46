import { Hono } from 'hono';
import { html } from 'hono/html';
import { apiPath } from './apiPath.js';
import type { Checkout } from './checkout.js';
import { renderMessagePage } from './page.js';
import { Problem } from './problem.js';

/** Gives one of the SDK's own files by its name below `dist`, e.g. `altapay.min.js`. */
export type ReadAsset = (name: string) => Promise<Uint8Array | undefined>;

const SCRIPT = 'altapay.min.js';
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
    if (!(await readAsset?.(SCRIPT))) {
      const text =
        'The sandbox was started without the SDK’s files (option readAsset), so it cannot show its payment page.';
      return renderMessagePage(200, 'No script here', text);
    }
    return renderDefaultPage(checkout.origin(c.req.raw));
  });

  app.get('/checkout/assets/:name{.+}', async (c) => {
    const name = c.req.param('name');
    const isPlain = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(name);
    const bytes = isPlain ? await readAsset?.(name) : undefined;
    if (!bytes) throw new Problem(404, 'NOT_FOUND', 'There is no such file.');
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
  });

  return app;
}

async function renderDefaultPage(origin: string): Promise<Response> {
  const nonce = crypto.randomUUID();
  const options = JSON.stringify({ apiUrl: origin + apiPath, container: '#payment', idempotencyKey: true });
  const markup = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Payment</title>
        <style nonce="${nonce}">
          :root {
            color-scheme: light dark;
          }
          body {
            margin: 0;
            font-family: system-ui, sans-serif;
          }
          #payment {
            max-width: 30rem;
            margin: 0 auto;
            padding: 1rem;
          }
        </style>
      </head>
      <body>
        <main id="payment"><noscript>Paying here takes JavaScript. You have not paid.</noscript></main>
        <script nonce="${nonce}" src="/checkout/assets/${SCRIPT}"></script>
        <script nonce="${nonce}" type="application/json" id="options">
          SANDBOX_OPTIONS
        </script>
        <script nonce="${nonce}">
          const options = JSON.parse(document.getElementById('options').textContent);
          AltaPay.initFromQR({ ...options, locale: navigator.language });
        </script>
      </body>
    </html>`;
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src 'self' https:; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  return new Response(
    String(markup).replace('SANDBOX_OPTIONS', () => options.replaceAll('<', '\\u003c')),
    {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy,
        'Referrer-Policy': 'no-referrer',
      },
    },
  );
}
