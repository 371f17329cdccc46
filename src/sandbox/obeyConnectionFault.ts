import type { ConnectionFault } from './connectionFault.js';

const DRIP_MS = 50;

/** Node's side of a connection, as far as it is needed: its `ServerResponse`, without its types in a browser's project. */
export type Connection = {
  readonly socket: { destroy(): unknown; resetAndDestroy(): unknown } | null;
  writeHead(status: number, headers: Record<string, string | number>): unknown;
  write(part: Uint8Array, done?: () => void): unknown;
  end(): unknown;
  once(event: 'close', listener: () => void): unknown;
};

/**
 * Breaks a connection of a Node server as a fault of the sandbox wants, in place of sending the answer.
 *
 * @param fault - What `connectionFaultOf` says of the answer.
 * @param response - The answer that is not sent, or not as it is.
 * @param outgoing - Node's side of the connection; nothing may have been written to it.
 * @example
 * ```ts
 * const fault = connectionFaultOf(response);
 * if (fault) await obeyConnectionFault(fault, response, outgoing);
 * ```
 */
export async function obeyConnectionFault(
  fault: ConnectionFault,
  response: Response,
  outgoing: Connection,
): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer());
  const headers = { ...Object.fromEntries(response.headers), 'content-length': body.length };
  const { socket } = outgoing;
  switch (fault) {
    case 'noHeaders':
      break;
    case 'drip':
      outgoing.writeHead(response.status, headers);
      drip(outgoing, body);
      break;
    case 'truncatedBody':
      outgoing.writeHead(response.status, headers);
      outgoing.write(body.subarray(0, body.length / 2), () => socket?.destroy());
      break;
    case 'refuse':
      socket?.destroy();
      break;
    case 'reset':
    case 'killAfterBody':
      socket?.resetAndDestroy();
  }
}

function drip(outgoing: Connection, body: Uint8Array): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < body.length) outgoing.write(body.subarray(sent, ++sent));
    else outgoing.end();
  }, DRIP_MS);
  outgoing.once('close', () => clearInterval(timer));
}
