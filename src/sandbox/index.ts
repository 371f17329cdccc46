/**
 * A whole Checkout to develop and test against. No money moves.
 *
 * @module altapay-js/sandbox
 */
export { createSandbox } from './createSandbox.js';
export { sandboxCallbackSecret } from './sandboxCallbackSecret.js';
export type { SandboxOptions } from './sandboxOptions.js';
export { connectionFaultOf } from './connectionFault.js';
export type { ConnectionFault } from './connectionFault.js';
export { obeyConnectionFault } from './obeyConnectionFault.js';
export type { Connection } from './obeyConnectionFault.js';
export type { ActiveFault, AnswerFault, Fault, FaultMatch } from './fault.js';
export type { Sandbox } from './sandbox.js';
export type { FixtureName } from './fixtures.js';
export type { Ledger, LoggedRequest } from './ledger.js';
export type { LinkWish, SandboxLink } from './makeLink.js';
export type { Outcome, Settlement } from './payments.js';
export type { SentCallback } from './callbacks.js';
export { defaultMethods, handOffMethods } from './methods.js';
export type { SandboxHandOff, SandboxMerchant, SandboxMethod } from './methods.js';
export type { PaymentStatus, SandboxStorage } from './store.js';
export type { Credentials } from './sessionRoutes.js';
export type {
  SessionAddress,
  SessionBody,
  SessionCallback,
  SessionCallbacks,
  SessionOrderLine,
  UnknownFields,
} from './sessionBody.js';
export type { ReadAsset } from './defaultPage.js';
