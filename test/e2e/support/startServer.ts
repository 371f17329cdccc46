import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { generate } from 'selfsigned';
import { connectionFaultOf, obeyConnectionFault } from '../../../src/sandbox/index.js';

/** A server that runs until it is closed. */
export type RunningServer = {
  /** Without a slash at its end, e.g. `http://127.0.0.1:49152`. */
  readonly origin: string;
  /** Ends the server and every connection that is still open. */
  close(): Promise<void>;
};

/**
 * Serves a fetch handler on a free port of the loopback interface. Where the handler is a sandbox with faults, the
 * connections break as those want.
 *
 * @param handler - Answers a request; what it throws becomes a 500.
 * @param options - `tls`: serve https with a certificate made for this run; the browser context then needs
 * `ignoreHTTPSErrors`. Default `false`.
 * @returns The server, once it listens.
 * @example
 * ```ts
 * const server = await startServer(() => new Response('hello'));
 * ```
 */
export async function startServer(
  handler: (request: Request) => Response | Promise<Response>,
  options: { tls?: boolean } = {},
): Promise<RunningServer> {
  const listener = getRequestListener(
    async (request, env) => {
      const response = await handler(request);
      const fault = connectionFaultOf(response);
      if (!fault) return response;
      await obeyConnectionFault(fault, response, (env as HttpBindings).outgoing);
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false },
  );
  const onRequest = (...args: Parameters<typeof listener>) => void listener(...args);
  const server = options.tls ? createTlsServer(await certificate(), onRequest) : createServer(onRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

async function certificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
