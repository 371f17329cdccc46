import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { serve } from '@hono/node-server';
import { brotli } from './brotli.mjs';

/**
 * A page's host and Checkout's, each an origin of its own, as in real life.
 *
 * @typedef {object} Hosts
 * @property {string} pageOrigin
 * @property {string} apiUrl
 * @property {(files: Map<string, { type: string, body: Buffer }>) => void} show - What the page's host serves from now on.
 * @property {(opens: 'link' | 'token') => Promise<string>} order - Makes an order; answers the address its page has.
 * @property {() => Promise<void>} close
 */

/** An order of three lines. */
export const ORDER = {
  orderId: 'B-2041',
  amount: { value: 447, currency: 'DKK' },
  orderLines: [
    { itemId: 'tulips', description: 'Tulips, 10 stems', quantity: 2, unitPrice: 99.6, taxAmount: 49.8 },
    { itemId: 'vase', description: 'Glass vase', quantity: 1, unitPrice: 119.2, taxAmount: 29.8 },
    { itemId: 'bike', description: 'Delivery by bicycle', quantity: 1, unitPrice: 39.2, taxAmount: 9.8 },
  ],
  customer: { firstName: 'Ida', billingAddress: { country: 'DK' } },
};

/**
 * Starts both on free ports of the loopback interface.
 *
 * @param {import('../../dist/sandbox.js').SandboxOptions} [options] - Of the sandbox that is Checkout.
 * @returns {Promise<Hosts>}
 */
export async function startHosts(options = {}) {
  const { createSandbox } = await import('../../dist/sandbox.js');
  const sandbox = createSandbox({ merchant: { name: 'Petal & Stem' }, ...options });
  /** @type {Map<string, { type: string, body: Buffer }>} */
  let files = new Map();

  const api = await new Promise((resolve) => {
    const server = serve({ fetch: (request) => sandbox.fetch(request), hostname: '127.0.0.1', port: 0 }, () =>
      resolve(server),
    );
  });
  const pages = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page');
    const file = files.get(pathname) ?? distFile(pathname);
    // The empty page is where a run starts: the browser is up, and has seen nothing yet.
    if (pathname === '/empty') response.setHeader('content-type', 'text/html').end('<!doctype html>');
    else if (!file) response.writeHead(404).end();
    else
      response
        .setHeader('content-type', file.type)
        .setHeader('content-encoding', 'br')
        .setHeader('content-length', file.body.length)
        .end(file.body);
  });
  await new Promise((resolve) => pages.listen(0, '127.0.0.1', () => resolve(undefined)));

  const pageOrigin = `http://127.0.0.1:${portOf(pages)}`;
  const apiUrl = `http://127.0.0.1:${portOf(api)}/checkout/v1/api`;
  /** @param {string} path @param {string} authorization @param {unknown} [body] */
  const post = async (path, authorization, body = {}) => {
    const request = { method: 'POST', headers: { authorization }, body: JSON.stringify(body) };
    const response = await sandbox.fetch(new Request(apiUrl + path, request));
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return /** @type {Promise<Record<string, string>>} */ (response.json());
  };

  return {
    pageOrigin,
    apiUrl,
    show: (served) => (files = served),
    order: async (opens) => {
      const { token } = await post('/authenticate', `Basic ${btoa('sandbox:sandbox')}`);
      const { sessionId = '' } = await post('/session', `Bearer ${token}`, { order: ORDER });
      const secret =
        opens === 'token'
          ? { token: token ?? '' }
          : { linkId: (await post(`/session/${sessionId}/link`, `Bearer ${token}`)).id ?? '' };
      return `${pageOrigin}/#${String(new URLSearchParams({ sessionId, ...secret }))}`;
    },
    close: async () => {
      for (const server of [api, pages]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

/** What the script loads later stands beside it. @type {Map<string, { type: string, body: Buffer } | undefined>} */
const compressed = new Map();

/** @param {string} pathname */
function distFile(pathname) {
  if (!/^\/altapay\/(?:lang\/)?[\w.-]+\.js$/.test(pathname)) return undefined;
  if (!compressed.has(pathname)) {
    const file = new URL(pathname.replace('/altapay/', '../../dist/'), import.meta.url);
    const body = existsSync(file) ? brotli(readFileSync(file)) : undefined;
    compressed.set(pathname, body && { type: 'text/javascript; charset=utf-8', body });
  }
  return compressed.get(pathname);
}

/** @param {import('node:http').Server} server */
function portOf(server) {
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}
