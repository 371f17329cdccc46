import { Hono } from 'hono';
import { z } from 'zod';
import { apiPath } from './apiPath.js';
import type { Checkout } from './checkout.js';
import { type FixtureName, fixtures } from './fixtures.js';
import type { TimedRequest } from './ledger.js';
import { parseBody } from './parseBody.js';
import { Problem } from './problem.js';
import { renderQRImage } from './renderQRImage.js';
import { renderStatusPage } from './renderStatusPage.js';
import type { Sandbox } from './sandbox.js';
import { linkExpiresAt, sessionStatus } from './sessions.js';
import { linkSchema, sessionSchema } from './sessionSchema.js';
import type { SandboxStatus, SessionStatusRow } from './sandboxStatus.js';
import type { LinkRecord, SessionRecord } from './store.js';

const LONGEST_LIST = 50;

const wishSchema = z.strictObject({
  fixture: z.enum(Object.keys(fixtures) as [FixtureName]).optional(),
  order: sessionSchema.shape.order.optional(),
  url: linkSchema.shape.url,
});
const outcomeSchema = z.strictObject({ outcome: z.enum(['SUCCEEDED', 'DECLINED', 'CANCELLED']) });

/** `/__sandbox`: what the sandbox holds, as a page to look at, as JSON, and the switches that only a person wants. */
export function statusRoutes(
  checkout: Checkout,
  sandbox: Omit<Sandbox, 'fetch'>,
  latest: readonly TimedRequest[],
  hasScript: () => Promise<boolean>,
): Hono {
  const { store } = checkout;
  const app = new Hono();

  // Another site's page must neither switch nor read anything: a developer visits many. A link to here is no harm, and what
  // is no browser sends no such header.
  app.use(async (c, next) => {
    const isLink = c.req.method === 'GET' && c.req.header('Sec-Fetch-Mode') === 'navigate';
    if (c.req.header('Sec-Fetch-Site') === 'cross-site' && !isLink)
      throw new Problem(403, 'CROSS_SITE', 'The sandbox is switched from its own page.');
    await next();
  });

  app.get('/', async () => renderStatusPage({ hasScript: await hasScript() }));

  app.get('/status', (c) => c.json(toStatus(checkout, sandbox, latest, checkout.origin(c.req.raw))));

  app.post('/links', async (c) => {
    const wish = parseBody(wishSchema, (await c.req.text()) || '{}');
    const { sessionId, linkId } = await sandbox.createLink(wish);
    return c.json({ sessionId, linkId }, 201);
  });

  app.get('/links/:linkId/qr.png', async (c) => {
    const link = store.state.links.get(c.req.param('linkId'));
    if (!link) throw new Problem(404, 'NOT_FOUND', 'There is no such link.');
    const image = await renderQRImage(paymentLinkOf(link, checkout.origin(c.req.raw)), 360);
    const bytes = Uint8Array.from(atob(image), (letter) => letter.charCodeAt(0));
    return c.body(bytes, 200, { 'Content-Type': 'image/png' });
  });

  app.post('/links/:linkId/expire', (c) => {
    sandbox.expireLink(c.req.param('linkId'));
    return c.body(null, 204);
  });

  app.post('/payments/:paymentId', async (c) => {
    const { outcome } = parseBody(outcomeSchema, await c.req.text());
    const settlement = await sandbox.settlePayment(c.req.param('paymentId'), outcome);
    if (!settlement) throw new Problem(404, 'NOT_FOUND', 'There is no such payment.');
    return c.json({ settlement }, settlement === 'settled' ? 200 : 409);
  });

  return app;
}

function toStatus(
  checkout: Checkout,
  sandbox: Omit<Sandbox, 'fetch'>,
  latest: readonly TimedRequest[],
  origin: string,
): SandboxStatus {
  const { sessions } = checkout.store.state;
  const { callbacks } = sandbox.ledger();
  return {
    now: checkout.now(),
    merchant: checkout.merchant.name,
    api: origin + apiPath,
    sessions: [...sessions.values()].reverse().map((session) => toRow(checkout, session, origin)),
    callbacks: callbacks.slice(-LONGEST_LIST).reverse(),
    requests: [...latest].reverse(),
    faults: sandbox.faults().map(({ match, kind, left }) => ({ match, kind, left })),
  };
}

function toRow(
  { store: { state }, now }: Checkout,
  session: SessionRecord,
  origin: string,
): SessionStatusRow {
  const { orderId, amount } = session.body.order;
  return {
    sessionId: session.id,
    orderId,
    amount: `${amount.value.toFixed(2)} ${amount.currency}`,
    status: sessionStatus(state, session, now()),
    links: (state.linksOf.get(session.id) ?? []).map((link) => ({
      linkId: link.id,
      url: paymentLinkOf(link, origin),
      opened: link.activatedAt !== undefined,
      expiresAt: linkExpiresAt(link),
    })),
    payments: (state.paymentsOf.get(session.id) ?? []).map(({ id, methodId, status }) => ({
      paymentId: id,
      methodId,
      status,
    })),
  };
}

function paymentLinkOf({ id, sessionId }: LinkRecord, origin: string): string {
  return `${origin}/checkout/pay/${sessionId}/${id}`;
}
