import { Hono } from 'hono';
import { z } from 'zod';
import type { Checkout } from './checkout.js';
import { parseBody } from './parseBody.js';
import { Problem } from './problem.js';

/** Apple's own hosts, as its documentation lists them: anything else is somebody who wants to be asked. */
const APPLE = /^https:\/\/(cn-)?apple-pay-gateway(-[a-z0-9-]+)?\.apple\.com\//;

const schema = z.looseObject({
  validationUrl: z.string().regex(APPLE, 'must be one of Apple’s addresses'),
  domain: z.string().min(1),
});

/**
 * Plays what a merchant's server gets from Apple by its certificate, or from AltaPay's `cardWallet/session` (C): a merchant
 * session for the sheet. That it is had here, and so, is ours; its fields are Apple's.
 */
export function applePayRoutes({ tokens, now, merchant }: Checkout): Hono {
  const app = new Hono();
  app.post('/apple-pay/merchant-session', async (c) => {
    const access = await tokens.verify(c.req.raw);
    if (!access.scopes.includes('SessionUpdate'))
      throw new Problem(403, 'SCOPE_MISSING', 'Only the merchant’s server may ask for this.');
    const { domain } = parseBody(schema, await c.req.text());
    return c.json({
      epochTimestamp: now(),
      expiresAt: now() + 5 * 60_000,
      merchantSessionIdentifier: crypto.randomUUID(),
      nonce: crypto.randomUUID().slice(0, 8),
      merchantIdentifier: 'sandbox',
      domainName: domain,
      displayName: merchant.name,
      signature: 'sandbox',
    });
  });
  return app;
}
