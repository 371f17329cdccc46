// A sandbox in a process of its own, told what to do by the bench: `fill` makes sessions, `link` makes links, `weigh` answers
// the bytes in use.
import process from 'node:process';
import { serve } from '@hono/node-server';
import { createSandbox } from '../../../dist/sandbox.js';
import { ORDER } from '../startHosts.mjs';

const sandbox = createSandbox();
const API = 'http://127.0.0.1/checkout/v1/api';

/** @param {string} path @param {string} authorization @param {unknown} body @returns {Promise<any>} */
async function post(path, authorization, body) {
  const init = { method: 'POST', headers: { authorization }, body: JSON.stringify(body) };
  const response = await sandbox.fetch(new Request(API + path, init));
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

async function bearer() {
  const { token } = await post('/authenticate', `Basic ${btoa('sandbox:sandbox')}`, {});
  return `Bearer ${token}`;
}

/** @type {Record<string, (count: number) => unknown>} */
const orders = {
  fill: async (count) => {
    const authorization = await bearer();
    for (let made = 0; made < count; made++)
      await post('/session', authorization, { order: { ...ORDER, orderId: `B-${made}` } });
    return count;
  },
  link: async (count) => {
    const authorization = await bearer();
    const links = [];
    for (let made = 0; made < count; made++) {
      const { sessionId } = await post('/session', authorization, { order: ORDER });
      const { id } = await post(`/session/${sessionId}/link`, authorization, { size: 100 });
      links.push({ sessionId, linkId: id });
    }
    return links;
  },
  weigh: () => {
    if (!globalThis.gc) throw new Error('Run with --expose-gc');
    // Twice: the first leaves what only finalisers held.
    globalThis.gc();
    globalThis.gc();
    const { heapUsed, rss } = process.memoryUsage();
    return { heapUsed, rss };
  },
};

process.on('message', (/** @type {{ order: string, count: number }} */ { order, count }) => {
  Promise.resolve(orders[order]?.(count)).then(
    (answer) => process.send?.({ answer }),
    (/** @type {unknown} */ error) => process.send?.({ error: String(error) }),
  );
});

serve({ fetch: (request) => sandbox.fetch(request), hostname: '127.0.0.1', port: 0 }, ({ port }) =>
  process.send?.({ answer: port }),
);
