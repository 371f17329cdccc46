// Compiled by `npm run types`, never run: the entries beside the SDK's own.
import { createElement } from 'react';
import { defineAltaPayPayment } from '../../src/element/index.js';
import { loadAltaPay } from '../../src/load/index.js';
import { renderQRCode } from '../../src/qr/index.js';
import { AltaPayment } from '../../src/react/index.js';
import { installFakeWallets } from '../../src/fakeWallets/index.js';
import type { MethodHandler } from '../../src/index.js';
import { applePay, googlePay } from '../../src/wallets/index.js';

const apiUrl = 'https://api.example/checkout/v1/api';

export function useElement(): void {
  defineAltaPayPayment();
  const payment = document.createElement('altapay-payment');
  payment.apiUrl = apiUrl;
  payment.onFailure = ({ code }, session) => console.warn(code, session.state.name);
  // @ts-expect-error no such preset
  payment.appearance = { preset: 'large' };
  // @ts-expect-error it is its own container
  payment.container = '#payment';
  // @ts-expect-error a callback is a function
  payment.onReady = 'ready()';
}

export const components = [
  createElement(AltaPayment),
  createElement(AltaPayment, { apiUrl, key: 1, className: 'wide', onReady: undefined }),
  createElement(AltaPayment, { apiUrl, onBeforePay: ({ name }) => name !== 'Card' }),
  // @ts-expect-error it is its own container
  createElement(AltaPayment, { apiUrl, container: '#payment' }),
  // @ts-expect-error it ends when it is unmounted, not by a signal
  createElement(AltaPayment, { apiUrl, signal: AbortSignal.timeout(1) }),
  // @ts-expect-error it has no children: the picker is its content
  createElement(AltaPayment, { apiUrl, children: 'Pay' }),
  // @ts-expect-error the address is a text or a URL
  createElement(AltaPayment, { apiUrl: 1 }),
];

export async function useScript(): Promise<void> {
  const altapay = await loadAltaPay({
    src: new URL(apiUrl),
    integrity: 'sha384-a',
    nonce: 'b',
    timeoutMs: 1,
  });
  // @ts-expect-error on a server there is none
  console.log(altapay.version);
  const session = await altapay?.initFromQR({ apiUrl });
  console.log(session?.state.name, altapay?.version);
  // @ts-expect-error what the script does not have
  console.log(altapay?.renderQRCode);
  // @ts-expect-error the address is never guessed
  await loadAltaPay({});
}

export const remove: () => void = renderQRCode(document.body, apiUrl);
// @ts-expect-error a code needs its text
renderQRCode(document.body);

const validateMerchant = ({ signal }: { signal: AbortSignal }): Promise<unknown> => fetch('/', { signal });
export const wallets: MethodHandler[] = [
  applePay({ countryCode: 'DK', validateMerchant, toRequestData: ({ token }) => token }),
  googlePay({ countryCode: 'DK', environment: 'TEST' }),
  // @ts-expect-error nobody validates the merchant
  applePay({ countryCode: 'DK' }),
  // @ts-expect-error no such environment
  googlePay({ countryCode: 'DK', environment: 'SANDBOX' }),
];
installFakeWallets().approve('declined');
// @ts-expect-error no such card
installFakeWallets().approve('stolen');
