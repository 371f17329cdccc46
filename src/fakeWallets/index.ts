/**
 * Both wallets as they behave on a phone, for tests and for pages that people try out. No money moves.
 *
 * @module altapay-js/fake-wallets
 */
export { installFakeWallets } from './installFakeWallets.js';
export type { FakeWalletOptions, FakeWallets } from './installFakeWallets.js';
export type { FakeCard, FakeSheet } from './stage.js';
