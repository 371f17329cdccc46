export { createSandbox, sandboxCallbackSecret } from './createSandbox.js';
export type { SandboxOptions } from './createSandbox.js';
export type { Sandbox } from './sandbox.js';
export type { Ledger, LoggedRequest } from './ledger.js';
export type { SentCallback } from './callbacks.js';
export type { SandboxMerchant, SandboxMethod } from './methods.js';
export type { SandboxStorage } from './store.js';
export type { ReadAsset } from './defaultPage.js';
