import { applePay } from './applePay.js';
import { googlePay } from './googlePay.js';

/** What this script adds to the `AltaPay` of the script tag. */
export type AltaPayWallets = { readonly applePay: typeof applePay; readonly googlePay: typeof googlePay };

const page = globalThis as { AltaPay?: Partial<AltaPayWallets> };
const addTo = (sdk: Partial<AltaPayWallets>): void =>
  void Object.assign(sdk, { applePay, googlePay, ...sdk });

if (page.AltaPay) addTo(page.AltaPay);
// The SDK's own script comes later: it looks whether its name is taken, and then takes it.
else
  Object.defineProperty(page, 'AltaPay', {
    configurable: true,
    get: () => undefined,
    set(sdk: Partial<AltaPayWallets>) {
      Object.defineProperty(page, 'AltaPay', {
        value: sdk,
        configurable: true,
        enumerable: true,
        writable: true,
      });
      addTo(sdk);
    },
  });
