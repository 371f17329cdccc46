import type { Fault } from './fault.js';
import type { ReadAsset } from './defaultPage.js';
import type { SandboxMerchant, SandboxMethod } from './methods.js';
import type { Credentials } from './sessionRoutes.js';
import type { SandboxStorage } from './store.js';

export type SandboxOptions = {
  /**
   * Origin under which browsers reach the sandbox, e.g. `http://192.168.1.20:4171` for a phone on the same network.
   * @default the origin of each request; for `createLink`, which has none, `https://checkout.test`
   */
  readonly publicUrl?: string;
  /**
   * Epoch milliseconds.
   * @default Date.now
   */
  readonly clock?: () => number;
  /**
   * Serve the switches under `/__sandbox`: a status page, ledger, clock, sessions, faults, reset, and every screen to look at.
   * @default false
   */
  readonly controls?: boolean;
  /**
   * What `POST /authenticate` wants, as HTTP Basic.
   * @default sandbox:sandbox
   */
  readonly credentials?: Credentials;
  /**
   * Signs the `AltaPay-Signature` of callbacks; at least 16 characters, 32 advised (CallbackSecurity, D).
   * @default {@link sandboxCallbackSecret}
   */
  readonly callbackSecret?: string;
  /**
   * How callbacks are sent to the shop.
   * @default globalThis.fetch
   */
  readonly sendCallback?: typeof fetch;
  /**
   * The ways to pay, in display order.
   * @default card, MobilePay, Vipps, Swish, Klarna, iDEAL, Apple Pay, Google Pay and bank transfer
   */
  readonly methods?: readonly SandboxMethod[];
  /**
   * Who is paid.
   * @default { name: 'Sandbox shop' }
   */
  readonly merchant?: SandboxMerchant;
  /**
   * Keeps orders across a restart.
   * @default memory
   */
  readonly storage?: SandboxStorage;
  /**
   * Requests that are to fail from the start, and after each `reset`.
   * @default none
   */
  readonly faults?: readonly Fault[];
  /** The SDK's files for the default payment page, by name below `dist`. Without it that page says it has no script. */
  readonly readAsset?: ReadAsset;
};
