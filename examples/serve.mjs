// Runs one of the small examples on a sandbox Checkout: `npm run example -- script-tag`, `module`, `headless`, `react`, `vue` or `svelte`; and the playground.
import { randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { createSandbox } from 'altapay-js/sandbox';
import { bundleExample } from './bundleExample.mjs';

const PORT = process.env.PORT ?? '4180';
const EXAMPLES = ['script-tag', 'module', 'headless', 'react', 'vue', 'svelte', 'playground'];
// These write their templates as markup, by a policy of their own.
const MARKUP_POLICIES = /** @type {Record<string, string>} */ ({ vue: 'vue', svelte: 'svelte-trusted-html' });
const TYPES = /** @type {Record<string, string>} */ ({
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
});

const ORDER = {
  orderId: 'B-2041',
  amount: { value: 447, currency: 'DKK' },
  orderLines: [
    { itemId: 'tulips', description: 'Tulips, 10 stems', quantity: 2, unitPrice: 99.6, taxAmount: 49.8 },
    { itemId: 'vase', description: 'Glass vase', quantity: 1, unitPrice: 119.2, taxAmount: 29.8 },
    { itemId: 'bike', description: 'Delivery by bicycle', quantity: 1, unitPrice: 39.2, taxAmount: 9.8 },
  ],
  customer: { firstName: 'Ida', billingAddress: { country: 'DK' } },
};

const name = process.argv[2] ?? '';
if (!EXAMPLES.includes(name)) {
  console.error(`Which example? npm run example -- ${EXAMPLES.join('|')}`);
  process.exit(1);
}

const sandbox = createSandbox({ merchant: { name: 'Petal & Stem' }, controls: true });
const bundle = /react|vue|svelte/.test(name) ? await bundleExample(name) : undefined;
const server = serve(
  {
    fetch: async (request) => (await serveFile(new URL(request.url))) ?? sandbox.fetch(request),
    hostname: '127.0.0.1',
    port: Number(PORT),
  },
  ({ port }) => {
    const origin = `http://127.0.0.1:${port}`;
    // The playground makes its links itself.
    if (name === 'playground') print('Playground', `${origin}/`);
    else void printLink(origin);
  },
);
server.once('error', (error) => {
  console.error(`Port ${PORT}: ${error.message}. Choose another: PORT=4190 npm run example -- ${name}`);
  process.exit(1);
});

/** The merchant's server, in three calls: authenticate → session → link. @param {string} origin */
async function printLink(origin) {
  const basic = Buffer.from('sandbox:sandbox').toString('base64');
  const { token } = await post(`${origin}/checkout/v1/api/authenticate`, `Basic ${basic}`);
  const session = { order: ORDER };
  const { sessionId } = await post(`${origin}/checkout/v1/api/session`, `Bearer ${token}`, session);
  const page = { url: `${origin}/` };
  const link = await post(`${origin}/checkout/v1/api/session/${sessionId}/link`, `Bearer ${token}`, page);
  print('Payment link', link.paymentLink);
}

/** @param {string} what @param {string | undefined} address */
function print(what, address) {
  console.log(`\n  ${what}   ${address}\n\n  No money moves. Ctrl+C stops.\n`);
}

/**
 * @param {string} url
 * @param {string} authorization
 * @param {unknown} [body]
 * @returns {Promise<Record<string, string>>}
 */
async function post(url, authorization, body) {
  const headers = { authorization, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body ?? {}) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return /** @type {Promise<Record<string, string>>} */ (response.json());
}

/** The example's own files, the built SDK and, for the import map, the two packages it imports. @param {URL} url */
async function serveFile({ pathname, origin }) {
  const root = new URL('../', import.meta.url);
  const own = (await readdir(new URL(`examples/${name}/`, root))).map((file) => `/${file}`);
  const path = pathname === '/' ? '/index.html' : pathname;
  if (path === '/pay.js' && bundle !== undefined)
    return new Response(bundle, { headers: { 'content-type': TYPES.js ?? '' } });
  const shared = /^\/(?:dist|node_modules\/(?:ky|zod))\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.js$/.test(path);
  if (!shared && !own.includes(path)) return undefined;

  const file = await readFile(new URL(shared ? path.slice(1) : `examples/${name}${path}`, root)).catch(
    () => undefined,
  );
  if (!file) return undefined;
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain';
  if (path !== '/index.html')
    return new Response(new Uint8Array(file), { headers: { 'content-type': type } });

  const nonce = randomBytes(16).toString('base64');
  const page = file
    .toString()
    .replaceAll('{{nonce}}', nonce)
    .replaceAll('{{apiUrl}}', `${origin}/checkout/v1/api`);
  return new Response(page, {
    headers: {
      'content-type': type,
      'content-security-policy': policy(nonce),
      'referrer-policy': 'no-referrer',
    },
  });
}

/** Nothing runs or styles without the nonce, and nothing is reached but Checkout. @param {string} nonce */
function policy(nonce) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' https:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${MARKUP_POLICIES[name] ?? "'none'"}`,
  ].join('; ');
}
