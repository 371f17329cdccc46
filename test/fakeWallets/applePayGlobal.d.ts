import type { ApplePaySessionClass } from '../../src/wallets/applePaySession.js';

declare global {
  // What tests find on a page that has Apple Pay.
  var ApplePaySession: ApplePaySessionClass | undefined;
}
