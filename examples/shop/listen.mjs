import { createAdaptorServer } from '@hono/node-server';

/** @type {Record<string, string>} */
const reasons = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'may not be used by this account',
  EADDRNOTAVAIL: 'is not on an address of this machine',
};

/**
 * Serves a fetch handler over HTTP.
 *
 * @param {object} options
 * @param {(request: Request, bindings: { outgoing: import('node:http').ServerResponse }) => Promise<Response>} options.fetch
 * @param {string} options.host
 * @param {number} options.port
 * @param {string} options.variable  The environment variable to name when the port cannot be had.
 * @returns {Promise<() => void>} Stops it, open connections included.
 * @throws {Error} When the port cannot be had; its message says which, why, and what to set.
 */
export function listen({ fetch, host, port, variable }) {
  const server = /** @type {import('node:http').Server} */ (
    createAdaptorServer({
      fetch: (request, bindings) =>
        fetch(request, /** @type {{ outgoing: import('node:http').ServerResponse }} */ (bindings)),
    })
  );
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const reason = reasons[error.code ?? ''] ?? `cannot be used (${error.code ?? error.message})`;
      const advice = `Choose another with ${variable}, for example ${variable}=${port + 10} npm start`;
      reject(new Error(`Port ${port} on ${host} ${reason}. ${advice}`, { cause: error }));
    });
    server.listen(port, host, () =>
      resolve(() => {
        server.close();
        server.closeAllConnections();
      }),
    );
  });
}
