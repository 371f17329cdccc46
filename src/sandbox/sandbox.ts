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
  /** Forgets orders, links, payments, ledger and advanced minutes. */
  reset(): void;
};
