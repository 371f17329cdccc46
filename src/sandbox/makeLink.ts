import { apiPath } from './apiPath.js';
import type { Checkout } from './checkout.js';
import { createLinkId } from './createLinkId.js';
import { type FixtureName, fixtureLines, fixtures } from './fixtures.js';
import { pageUrl } from './pageUrl.js';
import { parseBody } from './parseBody.js';
import { createPayment } from './payments.js';
import type { SessionBody } from './sessionBody.js';
import { sessionSchema } from './sessionSchema.js';
import { addLink, type LinkRecord, type SessionRecord } from './store.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A link to be made without a merchant's server: a fixture, an order of one's own, or both. */
export type LinkWish = {
  /** @default 'open' */
  readonly fixture?: FixtureName | undefined;
  /** @default three lines in DKK */
  readonly order?: SessionBody['order'] | undefined;
  /** Whom to tell of a payment. */
  readonly callbacks?: SessionBody['callbacks'] | undefined;
  /**
   * The page that the link opens.
   *
   * @default Checkout's own page
   */
  readonly url?: string | undefined;
};

/** A link, and what a page needs of it. */
export type SandboxLink = {
  readonly sessionId: string;
  readonly linkId: string;
  /** What a payer opens. */
  readonly paymentLink: string;
  /** Where that leads, link included: the option `url` of `initFromQR`. */
  readonly url: string;
  /** The option `apiUrl`. */
  readonly apiUrl: string;
};

/** Makes a session in the wished condition, and a link to it. Wrong wishes are refused as a Checkout refuses them. */
export function makeLink(checkout: Checkout, wish: LinkWish, origin: string): SandboxLink {
  const { store, now } = checkout;
  const { condition, methods, merchant, orderLines = fixtureLines } = fixtures[wish.fixture ?? 'open'];
  const body = parseBody(
    sessionSchema,
    JSON.stringify({ order: wish.order ?? makeOrder(orderLines), callbacks: wish.callbacks }),
  );
  const session: SessionRecord = {
    id: crypto.randomUUID(),
    createdAt: condition === 'EXPIRED' ? now() - 15 * DAY : now(),
    body,
    ...(methods && { methods }),
    ...(merchant && { merchant }),
    ...((condition === 'PAID' || condition === 'CANCELLED') && { settled: condition }),
  };
  const link: LinkRecord = {
    id: createLinkId(),
    authId: crypto.randomUUID(),
    sessionId: session.id,
    createdAt: session.createdAt,
    validityMs: 14 * DAY,
    activationMs: 10 * MINUTE,
    amountsShown: {},
    ...(wish.url !== undefined && { url: wish.url }),
  };
  store.state.sessions.set(session.id, session);
  addLink(store.state, link);
  if (condition === 'PROCESSING') createPayment(store.state, session, 'card', now());
  return {
    sessionId: session.id,
    linkId: link.id,
    paymentLink: `${origin}/checkout/pay/${session.id}/${link.id}`,
    url: pageUrl(link, origin),
    apiUrl: origin + apiPath,
  };
}

/** An order of these lines, in DKK. */
export function makeOrder(orderLines: typeof fixtureLines): SessionBody['order'] {
  const value = orderLines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  return { orderId: 'HC-2041', amount: { value, currency: 'DKK' }, orderLines: [...orderLines] };
}
