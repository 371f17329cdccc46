import { linkExpiresAt } from './sessions.js';
import type { SessionRecord, State } from './store.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long after its end a session is remembered: a payer who comes late is still told that it is paid, or over. */
const REMEMBERED_MS = 7 * DAY;
/** A session without a link has no end of its own. It gets as long as a link has that nobody set a time for. */
const WITHOUT_LINK_MS = 14 * DAY;

/**
 * Keeps a sandbox that runs for long from filling up: sessions that ended more than a week ago leave, with their links,
 * payments and kept answers. The ledger counts on as if they were there.
 *
 * @param now - The sandbox's clock.
 * @returns To call before each request; it looks once an hour of that clock.
 */
export function createForgetting(now: () => number): (state: State) => void {
  let looked = -Infinity;
  return (state) => {
    // A reset takes the clock back.
    if (Math.abs(now() - looked) < HOUR) return;
    looked = now();
    const ended = [...state.sessions.values()].filter(
      (session) => endsAt(state, session) + REMEMBERED_MS <= looked,
    );
    if (ended.length > 0) forget(state, new Set(ended.map(({ id }) => id)));
  };
}

function endsAt(state: State, { id, createdAt }: SessionRecord): number {
  const links = state.linksOf.get(id);
  return links ? Math.max(...links.map(linkExpiresAt)) : createdAt + WITHOUT_LINK_MS;
}

function forget(state: State, ids: ReadonlySet<string>): void {
  for (const id of ids) {
    state.linksOf.get(id)?.forEach((link) => state.links.delete(link.id));
    state.paymentsOf.get(id)?.forEach((payment) => state.payments.delete(payment.id));
    for (const records of [state.sessions, state.linksOf, state.paymentsOf]) records.delete(id);
  }
  for (const { key, sessionId } of state.keys.values()) if (ids.has(sessionId)) state.keys.delete(key);
}
