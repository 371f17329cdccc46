export { installFakeWallets } from './installFakeWallets.js';
export type { FakeWalletOptions, FakeWallets } from './installFakeWallets.js';
export type { FakeCard, FakeSheet } from './stage.js';
