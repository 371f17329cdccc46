import type { Checkout } from './checkout.js';
import { offeredMethods, type SandboxMerchant, type SandboxMethod } from './methods.js';
import { Problem } from './problem.js';
import type { LinkRecord, SessionRecord, State } from './store.js';
import type { Access, Scope } from './tokens.js';

export type SessionStatus = 'OPEN' | 'PROCESSING' | 'PAID' | 'EXPIRED' | 'CANCELLED';

/** A session that the asking token may use, and the link the token came from. */
export type Admission = { readonly session: SessionRecord; readonly link?: LinkRecord };

/** When nobody can go on with this link: its validity, or its activation window, whichever ends first. */
export function linkExpiresAt(link: LinkRecord): number {
  const validUntil = link.createdAt + link.validityMs;
  return link.activatedAt === undefined
    ? validUntil
    : Math.min(validUntil, link.activatedAt + link.activationMs);
}

/** A session runs out with its last link; one without links is the regular flow's, whose token runs out instead. */
export function sessionStatus(state: State, session: SessionRecord, now: number): SessionStatus {
  if (session.settled) return session.settled;
  if (state.paymentsOf.get(session.id)?.some(({ status }) => status === 'NEW')) return 'PROCESSING';
  const links = state.linksOf.get(session.id) ?? [];
  return links.length > 0 && links.every((link) => linkExpiresAt(link) <= now) ? 'EXPIRED' : 'OPEN';
}

/** Lets a token in to a session: the right scope, its own session, and, for a link's token, a link that still lasts. */
export function admit(checkout: Checkout, access: Access, sessionId: string, scope: Scope): Admission {
  const admission = findAdmission(checkout, access, sessionId, scope);
  if (admission.link) refuseExpired(admission.session, admission.link, checkout.now());
  return admission;
}

/** As {@link admit}, also when the link is over: what was answered under a key is answered again. */
export function findAdmission(
  { store }: Checkout,
  access: Access,
  sessionId: string,
  scope: Scope,
): Admission {
  if (!access.scopes.includes(scope)) throw new Problem(403, 'SCOPE_MISSING', `This token may not ${scope}.`);
  if (access.sessionId !== undefined && access.sessionId !== sessionId) {
    throw new Problem(403, 'SESSION_FORBIDDEN', 'This token is for another session.');
  }
  const session = store.state.sessions.get(sessionId);
  if (!session) throw new Problem(404, 'SESSION_NOT_FOUND', 'There is no such session.');
  if (access.sessionId === undefined) return { session };
  const link = store.state.linksOf.get(sessionId)?.find(({ authId }) => authId === access.authId);
  if (!link) throw new Problem(404, 'LINK_NOT_FOUND', 'There is no such payment link.');
  return { session, link };
}

/** Says of a paid order that it is paid even when its link is over: "not paid" would make people pay twice. */
export function refuseExpired(session: SessionRecord, link: LinkRecord, now: number): void {
  if (now < linkExpiresAt(link)) return;
  if (session.settled === 'PAID') throw new Problem(410, 'SESSION_PAID', 'The order is paid.');
  throw new Problem(410, 'LINK_EXPIRED', 'The payment link has run out; ask for a new one.');
}

/** The amount as one comparable text. */
export function amountKey({ body }: SessionRecord): string {
  return `${body.order.amount.value} ${body.order.amount.currency}`;
}

/** Who is paid: the sandbox's merchant, unless the session brings its own. */
export function merchantOf(checkout: Checkout, session: SessionRecord): SandboxMerchant {
  return session.merchant ?? checkout.merchant;
}

/** The ways to pay a session. */
export function offeredTo(checkout: Checkout, session: SessionRecord): readonly SandboxMethod[] {
  return offeredMethods(session.methods ?? checkout.methods, session.body);
}

/** A session as the API answers it. A payer's page gets no callbacks: they are between the servers. */
export function toWireSession(checkout: Checkout, { session, link }: Admission) {
  const { order, callbacks, configuration } = session.body;
  return {
    sessionId: session.id,
    context: { browser: {} },
    order,
    ...(link ? { expiresAt: linkExpiresAt(link) } : { callbacks: callbacks ?? {} }),
    configuration: configuration ?? {},
    status: sessionStatus(checkout.store.state, session, checkout.now()),
    merchant: merchantOf(checkout, session),
  };
}
