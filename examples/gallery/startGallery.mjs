import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { createSandbox } from 'altapay-js/sandbox';

/**
 * Serves the gallery, and every screen it shows, from the sandbox.
 *
 * @param {number} [port] - Default: a free one.
 * @returns {Promise<{ origin: string, close(): void }>}
 */
export function startGallery(port = 0) {
  const sandbox = createSandbox({
    controls: true,
    merchant: { name: 'Havn Coffee' },
    readAsset: (name) => readFile(new URL(`../../dist/${name}`, import.meta.url)).catch(() => undefined),
  });
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: (request) => sandbox.fetch(request), hostname: '127.0.0.1', port },
      (address) => resolve({ origin: `http://127.0.0.1:${address.port}`, close: () => void server.close() }),
    );
    server.once('error', reject);
  });
}
