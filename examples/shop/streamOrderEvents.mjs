import { once } from 'node:events';
import { streamSSE } from 'hono/streaming';
import { toTimelineEntry } from './pages/orderPage.mjs';

// Often enough that no proxy takes the connection for dead.
const HEARTBEAT_MS = 20_000;

/**
 * An order's events as Server-Sent Events, from the first one the page does not have: it says which it has by `after`, and
 * when it connects again by `Last-Event-ID`, so that nothing is lost in between.
 *
 * @param {import('hono').Context} c
 * @param {import('./orders.mjs').Orders} orders
 * @param {import('./orders.mjs').Order} order
 */
export function streamOrderEvents(c, orders, order) {
  let sent = Number(c.req.header('Last-Event-ID') ?? c.req.query('after')) || 0;
  c.header('cache-control', 'no-store');
  return streamSSE(c, async (stream) => {
    const closed = new AbortController();
    stream.onAbort(() => closed.abort());
    while (!stream.aborted) {
      for (const event of order.events.slice(sent)) {
        sent = event.sequence;
        await stream.writeSSE({ id: String(sent), data: JSON.stringify(toTimelineEntry(event)) });
      }
      if (order.events.length > sent) continue;
      const signal = AbortSignal.any([closed.signal, AbortSignal.timeout(HEARTBEAT_MS)]);
      await once(orders.changes, order.id, { signal }).catch(() => stream.write(': still here\n\n'));
    }
  });
}
