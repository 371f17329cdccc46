import type { Checkout } from './checkout.js';
import type { Answering } from './createAnswering.js';
import type { Faults } from './faults.js';
import { type LoggedRequest, type TimedRequest, toLedger } from './ledger.js';
import { makeLink } from './makeLink.js';
import type { Sandbox } from './sandbox.js';
import type { SandboxOptions } from './sandboxOptions.js';

type Parts = {
  readonly requests: LoggedRequest[];
  readonly latest: TimedRequest[];
  readonly faults: Faults;
  readonly answering: Answering;
};

/** What a test, or the status page, can do to a sandbox and see of it. */
export function createSwitches(
  checkout: Checkout,
  options: SandboxOptions,
  { requests, latest, faults, answering }: Parts,
): Omit<Sandbox, 'fetch'> {
  const { store, callbacks } = checkout;
  return {
    ledger: () => toLedger(store.state, requests, callbacks.sent),
    advance: (minutes) => {
      store.state.clockOffset += minutes * 60_000;
    },
    cancelSession: (sessionId) => {
      const session = store.state.sessions.get(sessionId);
      if (session) session.settled ??= 'CANCELLED';
    },
    createLink: async (wish = 'open') => {
      await store.load();
      const origin = options.publicUrl === undefined ? NOWHERE : new URL(options.publicUrl).origin;
      const link = makeLink(checkout, typeof wish === 'string' ? { fixture: wish } : wish, origin);
      await store.save();
      return link;
    },
    expireLink: (linkId) => {
      const link = store.state.links.get(linkId);
      if (link) link.validityMs = Math.min(link.validityMs, checkout.now() - link.createdAt);
    },
    settlePayment: async (paymentId, outcome) => {
      const found = answering.find(paymentId);
      if (!found) return undefined;
      const { settlement, delivery } = answering.answer(found, outcome);
      await delivery;
      return settlement;
    },
    addFault: faults.add,
    faults: faults.list,
    clearFaults: faults.clear,
    reset: () => {
      store.reset();
      callbacks.clear();
      requests.length = latest.length = 0;
      faults.clear();
      options.faults?.forEach(faults.add);
    },
  };
}

/** Where a sandbox stands that nobody has given an address: a name that leads nowhere (RFC 2606). */
const NOWHERE = 'https://checkout.test';
