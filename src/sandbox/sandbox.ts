import type { ActiveFault, Fault } from './fault.js';
import type { FixtureName } from './fixtures.js';
import type { Ledger } from './ledger.js';
import type { LinkWish, SandboxLink } from './makeLink.js';
import type { Outcome, Settlement } from './payments.js';

/** A running sandbox: the handler, and the switches that a test wants. */
export type Sandbox = {
  /** Answers one request as Checkout would; never rejects. It fits wherever a `fetch` is wanted. */
  readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
  /**
   * Makes a session and a link to it, without a merchant's server.
   *
   * @param wish - A fixture by its name, or what the order and the page are to be. Default: `'open'`.
   * @returns `url` and `apiUrl` as `initFromQR` takes them, and the link.
   * @throws Error naming the fields, where the order could be none.
   * @example
   * ```ts
   * const { apiUrl, url } = await sandbox.createLink('expired');
   * await initFromQR({ apiUrl, url, container: '#payment', fetch: sandbox.fetch });
   * ```
   */
  createLink(wish?: FixtureName | LinkWish): Promise<SandboxLink>;
  /** Ends a link before its time. An unknown one is ignored. */
  expireLink(linkId: string): void;
  /**
   * Answers a payment in the payer's place, as the gateway's page does; the shop is told by callback.
   *
   * @returns `settled`, or what stood against it; `undefined` where there is no such payment.
   */
  settlePayment(paymentId: string, outcome: Outcome): Promise<Settlement | undefined>;
  ledger(): Ledger;
  /** Moves the sandbox's clock on. */
  advance(minutes: number): void;
  /** The order will not be paid any more. A paid one stays paid; an unknown one is ignored. */
  cancelSession(sessionId: string): void;
  /** Makes requests fail from now on. Where several match, the first that was added is met. */
  addFault(fault: Fault): void;
  /** The faults that are still in force. */
  faults(): readonly ActiveFault[];
  clearFaults(): void;
  /** Forgets orders, links, payments, ledger, advanced minutes and added faults. */
  reset(): void;
};
