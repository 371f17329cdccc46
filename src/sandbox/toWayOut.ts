import type { SandboxMethod } from './methods.js';
import type { PaymentRecord } from './store.js';

/** Where a started payment goes on, as the API answers it. Everything but a `REDIRECT` to a web page is ours (mark O). */
export function toWayOut(
  { handOff = 'redirect', type }: SandboxMethod,
  { id }: PaymentRecord,
  origin: string,
) {
  const at = (page: string): string => `${origin}/checkout/${page}/${id}`;
  switch (handOff) {
    case 'app':
      return {
        type: 'REDIRECT',
        url: `${type.toLowerCase()}://pay?payment=${id}`,
        fallbackUrl: at('app'),
      };
    case 'universalLink':
      return { type: 'REDIRECT', url: at('app') };
    case 'form':
      return { type: 'FORM', url: `${origin}/checkout/form`, fields: { paymentId: id, merchant: 'sandbox' } };
    case 'redirect':
      return { type: 'REDIRECT', url: at('gateway') };
    default:
      return { type: 'EMBEDDED', url: at('frame') };
  }
}
