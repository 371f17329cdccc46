import { isPaymentError, PaymentError } from '../errors.js';
import type { CheckoutSession, HandOffResult, MethodHandlerContext } from '../index.js';
import { walletContract } from './walletContract.js';

/** What the wallet's sheet may say of it, and what becomes of the method. */
export type WalletAnswer = {
  /** `unknown`: the sheet must neither praise nor blame; the page says what is known. */
  readonly verdict: 'success' | 'fail' | 'unknown';
  /** Rejects where the payment failed. */
  readonly result: Promise<HandOffResult>;
};

type Unsettled = { readonly methodId: string; readonly requestData: unknown };
const unsettled = new WeakMap<CheckoutSession, Unsettled>();

/**
 * What was sent last, where nobody knows what came of it. Sent again as it was, it is the same payment to an API that takes
 * keys; a new sheet would make a new token, and another payment of it.
 */
export function findUnsettled({ session, method }: MethodHandlerContext): unknown {
  const last = unsettled.get(session);
  return last?.methodId === method.id ? last.requestData : undefined;
}

/**
 * Asks Checkout for the payment that the payer has approved in a wallet. Never rejects itself.
 *
 * @param toRequestData - Says what is sent; may be the merchant's own, and throw.
 */
export async function askForPayment(
  context: MethodHandlerContext,
  toRequestData: () => unknown,
): Promise<WalletAnswer> {
  let requestData: unknown;
  try {
    requestData = toRequestData();
    const initiation = await context.initiate(requestData);
    switch (walletContract.outcomeOf(initiation)) {
      case 'refused':
        return fail(
          'fail',
          new PaymentError('method_unavailable', 'The payment was refused.', { reason: 'declined' }),
        );
      case 'elsewhere':
        return { verdict: 'unknown', result: Promise.resolve({ type: 'redirect', initiation }) };
      case 'paid':
        return { verdict: 'success', result: Promise.resolve({ type: 'completed' }) };
      default:
        return { verdict: 'unknown', result: Promise.resolve({ type: 'completed' }) };
    }
  } catch (error) {
    if (!isPaymentError(error) || error.code !== 'outcome_unclear') return fail('fail', error);
    remember(context, requestData);
    return fail('unknown', error);
  }
}

function fail(verdict: WalletAnswer['verdict'], error: unknown): WalletAnswer {
  const result = Promise.reject<HandOffResult>(error);
  // The sheet is answered first.
  result.catch(() => undefined);
  return { verdict, result };
}

// For as long as it is unclear. Once Checkout has said what came of it, a new choice is a new payment.
function remember({ session, method }: MethodHandlerContext, requestData: unknown): void {
  unsettled.set(session, { methodId: method.id, requestData });
  const stop = session.on('statechange', ({ state }) => {
    if (/^(unclear|initiating)$/.test(state.name)) return;
    unsettled.delete(session);
    stop();
  });
}
