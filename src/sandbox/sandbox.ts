import type { ActiveFault, Fault } from './faults.js';
import type { Ledger } from './ledger.js';

/** A running sandbox: the handler, and the switches that a test wants. */
export type Sandbox = {
  /** Answers one request as Checkout would; never rejects. */
  fetch(request: Request): Promise<Response>;
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
