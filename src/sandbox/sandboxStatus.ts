import type { SentCallback } from './callbacks.js';
import type { ActiveFault } from './fault.js';
import type { TimedRequest } from './ledger.js';

/** What `GET /__sandbox/status` answers, newest first; the status page draws it. Times are epoch milliseconds. */
export type SandboxStatus = {
  /** The sandbox's clock. */
  readonly now: number;
  readonly merchant: string;
  readonly api: string;
  readonly sessions: readonly SessionStatusRow[];
  readonly callbacks: readonly SentCallback[];
  readonly requests: readonly TimedRequest[];
  readonly faults: readonly Pick<ActiveFault, 'match' | 'kind' | 'left'>[];
};

export type SessionStatusRow = {
  readonly sessionId: string;
  readonly orderId: string;
  readonly amount: string;
  readonly status: string;
  readonly links: readonly {
    readonly linkId: string;
    readonly url: string;
    readonly opened: boolean;
    readonly expiresAt: number;
  }[];
  readonly payments: readonly {
    readonly paymentId: string;
    readonly methodId: string;
    readonly status: string;
  }[];
};
