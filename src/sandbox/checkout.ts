import type { CallbackSender } from './callbacks.js';
import type { SandboxMerchant, SandboxMethod } from './methods.js';
import type { Store } from './store.js';
import type { Tokens } from './tokens.js';

/** What every room of the sandbox is handed. */
export type Checkout = {
  readonly store: Store;
  readonly tokens: Tokens;
  readonly methods: readonly SandboxMethod[];
  readonly merchant: SandboxMerchant;
  readonly callbacks: CallbackSender;
  /** Epoch milliseconds on the sandbox's clock, advanced minutes included. */
  readonly now: () => number;
  /** Under which origin the asking browser reaches the sandbox. */
  readonly origin: (request: Request) => string;
};
