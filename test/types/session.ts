// Compiled by `npm run types`, never run: what a merchant may write, and what has to be refused.
import {
  AltaPayFactory,
  configure,
  initFromQR,
  initiate,
  isPaymentError,
  PaymentError,
  type CheckoutSession,
  type HandOffResult,
  type InitFromQROptions,
  type MethodHandler,
  type SessionOptions,
} from '../../src/index.js';

const apiUrl = 'https://api.example/checkout/v1/api';

export const accepted: readonly InitFromQROptions[] = [
  { apiUrl },
  { apiUrl: new URL(apiUrl), container: document.body, url: new URL(apiUrl) },
  {
    apiUrl,
    appearance: { variables: { '--altapay-radius': '0' } },
    scrubUrl: false,
    timeouts: { loadMs: 1 },
  },
  { apiUrl, onBeforePay: async () => false, onReady: ({ order }) => console.log(order?.amount.minorUnits) },
  { apiUrl, parsePaymentLink: () => ({ sessionId: 'a', token: 'b' }), activate: async () => ({}) },
];

export const refused: readonly InitFromQROptions[] = [
  // @ts-expect-error the API's address is never guessed
  {},
  // @ts-expect-error a number is no address
  { apiUrl: 1 },
  // @ts-expect-error a misspelt option
  { apiUrl, contaner: '#payment' },
  // @ts-expect-error no such theme
  { apiUrl, appearance: { theme: 'blue' } },
  // @ts-expect-error only the picker's own properties
  { apiUrl, appearance: { variables: { '--mine': '0' } } },
  // @ts-expect-error `true` is no way to scrub
  { apiUrl, scrubUrl: true },
  // @ts-expect-error a link has an id or a token
  { apiUrl, parsePaymentLink: () => ({ sessionId: 'a' }) },
  // @ts-expect-error no text of that name
  { apiUrl, messages: { payNow: 'Pay' } },
  // @ts-expect-error left out, not undefined
  { apiUrl, locale: undefined },
];

export async function useSession(): Promise<void> {
  const session: CheckoutSession = await initFromQR({ apiUrl });
  // @ts-expect-error a session tells its state, and is not told
  session.state = { name: 'paid' };
  // @ts-expect-error only a ready session has a selection
  console.log(session.state.selectedMethodId);
  if (session.state.name === 'failed') console.log(session.state.error.code);
  session.on('statechange', ({ state, before }) => console.log(state.name, before.name));
  // @ts-expect-error no such event
  session.on('paid', () => undefined);
  // @ts-expect-error an order may not be there yet
  console.log(session.order.orderId);
  // @ts-expect-error methods are not the page's to change
  session.paymentMethods.push();
  const left: HandOffResult = await session.initiatePayment('card');
  // @ts-expect-error a wallet leaves no initiation
  console.log(left.initiation);
}

export function useFunctions(error: unknown): void {
  configure({ locale: 'da' });
  // @ts-expect-error a container is one session's, not everyone's
  configure({ container: '#payment' });
  initiate('token', 'session').destroy();
  // @ts-expect-error the session's id is needed as well
  initiate('token');
  // @ts-expect-error an amount is a number
  AltaPayFactory.getAmount('1', 'DKK');
  // @ts-expect-error an unknown error has no code before it is looked at
  console.log(error.code);
  if (isPaymentError(error)) console.log(error.code === 'offline', error.retryable);
  // @ts-expect-error no such code
  console.log(new PaymentError('broken', 'Broken.'));
}

export const handler: MethodHandler = {
  async start({ initiate: ask, signal, method }) {
    const initiation = await ask({ token: 'of the wallet' });
    return signal.aborted || method.id === '' ? { type: 'cancelled' } : { type: 'redirect', initiation };
  },
};
// @ts-expect-error a handler has to say how the payment left
export const silent: MethodHandler = { start: async () => undefined };
// @ts-expect-error a handler is an object
export const bare: SessionOptions = { apiUrl, methodHandlers: { CARD: () => undefined } };
