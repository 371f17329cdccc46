import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { isPrivateHost } from '../core/guardUrl.js';
import { connectionFaultOf, createSandbox, obeyConnectionFault } from '../sandbox/index.js';

export type ServedSandbox = {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly close: () => void;
};

/**
 * Serves a sandbox with its controls over HTTP.
 *
 * @param options - `folder` holds the built files of this package.
 * @throws Error that says in its message why the port cannot be had.
 */
export async function serveSandbox(options: {
  readonly host: string;
  readonly port: number;
  readonly folder: URL;
  readonly callbackSecret?: string | undefined;
}): Promise<ServedSandbox> {
  const { host, port, folder, callbackSecret } = options;
  const sandbox = createSandbox({
    controls: true,
    readAsset: (name) =>
      /^(lang\/)?[\w.-]+\.js$/.test(name)
        ? readFile(new URL(name, folder)).catch(() => undefined)
        : Promise.resolve(undefined),
    ...(callbackSecret && { callbackSecret }),
  });
  const onLoopback = /^(127\.|::1$|localhost$)/.test(host);
  const server = createAdaptorServer({
    fetch: async (request, bindings) => {
      const { hostname, pathname, origin } = new URL(request.url);
      // A name of somebody else's that leads to this machine: a page elsewhere would read as if it were ours.
      if (onLoopback && !isPrivateHost(hostname))
        return new Response('Ask by 127.0.0.1 or localhost.', { status: 421 });
      if (pathname === '/') return Response.redirect(`${origin}/__sandbox`, 302);
      const response = await sandbox.fetch(request);
      const fault = connectionFaultOf(response);
      if (!fault) return response;
      await obeyConnectionFault(fault, response, (bindings as HttpBindings).outgoing);
      return RESPONSE_ALREADY_SENT;
    },
  }) as Server;
  await listen(server, host, port);
  const address = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    origin: `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : name}:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'may not be used by this account',
  EADDRNOTAVAIL: 'is not on an address of this machine',
};

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = REASONS[error.code ?? ''] ?? `cannot be used (${error.message})`;
      reject(new Error(`Port ${port} on ${host} ${reason}. Choose another with --port.`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}
