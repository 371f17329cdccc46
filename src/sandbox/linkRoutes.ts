import { Hono } from 'hono';
import { apiPath } from './apiPath.js';
import type { Checkout } from './checkout.js';
import { createLinkId } from './createLinkId.js';
import { toWireMethod } from './methods.js';
import { pageUrl } from './pageUrl.js';
import { parseBody } from './parseBody.js';
import { Problem } from './problem.js';
import { renderQRImage } from './renderQRImage.js';
import { linkSchema } from './sessionSchema.js';
import {
  admit,
  type Admission,
  amountKey,
  linkExpiresAt,
  offeredTo,
  refuseExpired,
  toWireSession,
} from './sessions.js';
import { renderMessagePage } from './page.js';
import { addLink, type LinkRecord } from './store.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The payment link: made for the backend, opened by the payer's browser, activated by the payer's page. */
export function linkRoutes(checkout: Checkout): Hono {
  const { store, tokens } = checkout;
  const app = new Hono();

  app.post(`${apiPath}/session/:sessionId/link`, async (c) => {
    const access = await tokens.verify(c.req.raw);
    const { session } = admit(checkout, access, c.req.param('sessionId'), 'SessionUpdate');
    const wanted = parseBody(linkSchema, (await c.req.text()) || '{}');
    const link: LinkRecord = {
      id: createLinkId(),
      authId: crypto.randomUUID(),
      sessionId: session.id,
      createdAt: checkout.now(),
      validityMs: wanted.validityTime * MINUTE,
      activationMs: wanted.activationTime * MINUTE,
      amountsShown: {},
      ...(wanted.url !== undefined && { url: wanted.url }),
    };
    addLink(store.state, link);
    const paymentLink = `${checkout.origin(c.req.raw)}/checkout/pay/${session.id}/${link.id}`;
    return c.json({ id: link.id, paymentLink, qrCode: await renderQRImage(paymentLink, wanted.size) });
  });

  // Mail and chat programs open links to preview them: this only points the way, whatever state the link is in.
  app.get('/checkout/pay/:sessionId/:linkId', (c) => {
    const link = store.state.links.get(c.req.param('linkId'));
    if (link?.sessionId !== c.req.param('sessionId')) {
      return renderMessagePage(404, 'This payment link does not work', 'Ask the shop for a new one.');
    }
    return c.redirect(pageUrl(link, checkout.origin(c.req.raw)), 303);
  });

  // A CORS simple request has no JSON type; the form is read as text, whatever type the page gave it.
  app.post(`${apiPath}/session/:sessionId/activation`, async (c) => {
    const linkId = new URLSearchParams(await c.req.text()).get('linkId');
    if (!linkId) {
      const errors = [{ field: 'linkId', message: 'is missing' }];
      throw new Problem(400, 'VALIDATION_FAILED', 'The request is not valid: linkId.', { errors });
    }
    const { session, link } = activate(checkout, c.req.param('sessionId'), linkId);
    const origin = checkout.origin(c.req.raw);
    const expiresAt = linkExpiresAt(link);
    // It outlives the link, so that the answer after the end is "the link has run out" and not "who are you?".
    const { token, tokenId } = await tokens.issueForLink(link, expiresAt + HOUR);
    link.amountsShown[tokenId] = amountKey(session);
    return c.json({
      token,
      serverTime: checkout.now(),
      expiresAt,
      session: toWireSession(checkout, { session, link }),
      paymentMethods: offeredTo(checkout, session).map((method) => toWireMethod(method, origin)),
    });
  });

  return app;
}

/** The first activation starts the window; the later ones see what is left of it. */
function activate({ store, now }: Checkout, sessionId: string, linkId: string): Required<Admission> {
  const session = store.state.sessions.get(sessionId);
  const link = store.state.links.get(linkId);
  if (!session || link?.sessionId !== session.id) {
    throw new Problem(404, 'LINK_NOT_FOUND', 'There is no such payment link.');
  }
  refuseExpired(session, link, now());
  link.activatedAt ??= now();
  return { session, link };
}
