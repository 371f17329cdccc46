import { Hono } from 'hono';
import { z } from 'zod';
import type { Checkout } from './checkout.js';
import { faultSchema } from './faults.js';
import { parseBody } from './parseBody.js';
import type { Sandbox } from './sandbox.js';
import { sessionStatus } from './sessions.js';

const clockSchema = z.object({ advanceMinutes: z.number().nonnegative() });

/** The sandbox's own switches, for tests and demonstrations. No Checkout has them. */
export function controlRoutes(checkout: Checkout, sandbox: Omit<Sandbox, 'fetch'>): Hono {
  const { store } = checkout;
  const app = new Hono();

  app.get('/ledger', (c) => c.json(sandbox.ledger()));

  app.post('/clock', async (c) => {
    sandbox.advance(parseBody(clockSchema, await c.req.text()).advanceMinutes);
    return c.json({ now: checkout.now() });
  });

  app.get('/sessions', (c) =>
    c.json({
      sessions: [...store.state.sessions.values()].map((session) => ({
        sessionId: session.id,
        orderId: session.body.order.orderId,
        amount: session.body.order.amount,
        status: sessionStatus(store.state, session, checkout.now()),
        payments: (store.state.paymentsOf.get(session.id) ?? []).map(({ id, methodId, status }) => ({
          paymentId: id,
          methodId,
          status,
        })),
      })),
    }),
  );

  app.post('/sessions/:sessionId/cancel', (c) => {
    sandbox.cancelSession(c.req.param('sessionId'));
    return c.body(null, 204);
  });

  app.get('/faults', (c) => c.json({ faults: sandbox.faults() }));

  app.post('/faults', async (c) => {
    sandbox.addFault(parseBody(faultSchema, await c.req.text()));
    return c.json({ faults: sandbox.faults() }, 201);
  });

  app.delete('/faults', (c) => {
    sandbox.clearFaults();
    return c.body(null, 204);
  });

  app.post('/reset', (c) => {
    sandbox.reset();
    return c.body(null, 204);
  });

  return app;
}
