import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

const DRIP_MS = 50;

/**
 * Breaks a connection as a fault of the sandbox wants, in place of sending the answer.
 *
 * @param {import('altapay-js/sandbox').ConnectionFault} fault  What `connectionFaultOf` says of the answer.
 * @param {Response} response
 * @param {import('node:http').ServerResponse} outgoing
 * @returns {Promise<Response>} What the fetch handler answers then.
 */
export async function obeyFault(fault, response, outgoing) {
  const body = Buffer.from(await response.arrayBuffer());
  const { socket } = outgoing;
  switch (fault) {
    case 'noHeaders':
      break;
    case 'drip':
      drip(outgoing.writeHead(response.status, toHeaders(response, body)), body);
      break;
    case 'truncatedBody':
      outgoing.writeHead(response.status, toHeaders(response, body));
      outgoing.write(body.subarray(0, body.length / 2), () => socket?.destroy());
      break;
    case 'refuse':
      socket?.destroy();
      break;
    case 'reset':
    case 'killAfterBody':
      socket?.resetAndDestroy();
  }
  return RESPONSE_ALREADY_SENT;
}

/** @param {Response} response @param {Buffer} body */
function toHeaders(response, body) {
  return { ...Object.fromEntries(response.headers), 'content-length': body.length };
}

/** @param {import('node:http').ServerResponse} outgoing @param {Buffer} body */
function drip(outgoing, body) {
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < body.length) outgoing.write(body.subarray(sent, ++sent));
    else outgoing.end();
  }, DRIP_MS);
  outgoing.once('close', () => clearInterval(timer));
}
