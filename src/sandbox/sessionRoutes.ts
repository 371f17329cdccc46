import { Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import type { Checkout } from './checkout.js';
import { toWireMethod } from './methods.js';
import { parseBody } from './parseBody.js';
import { Problem } from './problem.js';
import { sessionSchema } from './sessionSchema.js';
import { admit, amountKey, offeredTo, toWireSession } from './sessions.js';
import type { SessionRecord } from './store.js';

export type Credentials = { readonly username: string; readonly password: string };

/** `POST /authenticate`, and a session's life: made and replaced by the backend, read by both sides. */
export function sessionRoutes(checkout: Checkout, credentials: Credentials): Hono {
  const { store, tokens } = checkout;
  const app = new Hono();

  app.post('/authenticate', basicAuth({ ...credentials, realm: 'Sandbox' }), async (c) =>
    c.json({ token: await tokens.issueForMerchant(credentials.username) }),
  );

  app.post('/session', async (c) => {
    const access = await tokens.verify(c.req.raw);
    if (!access.scopes.includes('SessionUpdate')) {
      throw new Problem(403, 'SCOPE_MISSING', 'This token may not make sessions.');
    }
    const body = parseBody(sessionSchema, await c.req.text());
    const session: SessionRecord = { id: crypto.randomUUID(), createdAt: checkout.now(), body };
    store.state.sessions.set(session.id, session);
    return c.json(toWireSession(checkout, { session }));
  });

  app.put('/session/:sessionId', async (c) => {
    const access = await tokens.verify(c.req.raw);
    const { session } = admit(checkout, access, c.req.param('sessionId'), 'SessionUpdate');
    const body = parseBody(sessionSchema, await c.req.text());
    if (session.settled)
      throw new Problem(409, `SESSION_${session.settled}`, 'The order can no longer change.');
    session.body = body;
    return c.json(toWireSession(checkout, { session }));
  });

  app.get('/session/:sessionId', async (c) => {
    const access = await tokens.verify(c.req.raw);
    const admission = admit(checkout, access, c.req.param('sessionId'), 'SessionRead');
    if (admission.link) admission.link.amountsShown[access.tokenId] = amountKey(admission.session);
    return c.json(toWireSession(checkout, admission));
  });

  app.get('/session/:sessionId/payment-methods', async (c) => {
    const access = await tokens.verify(c.req.raw);
    const { session } = admit(checkout, access, c.req.param('sessionId'), 'SessionRead');
    const origin = checkout.origin(c.req.raw);
    const methods = offeredTo(checkout, session).map((method) => toWireMethod(method, origin));
    return c.json({ methods });
  });

  return app;
}
