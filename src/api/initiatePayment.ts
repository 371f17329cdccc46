import { guardUrl } from '../core/guardUrl.js';
import { parseUrl } from '../core/parseUrl.js';
import type { Initiation, PaymentMethod } from '../core/session.js';
import { toInitiation } from '../core/toInitiation.js';
import { PaymentError } from '../errors.js';
import type { CheckoutApi } from './createCheckoutApi.js';
import { toOutcome } from './toOutcome.js';

export type PaymentRequest = {
  readonly method: PaymentMethod;
  readonly sessionId: string;
  readonly requestData?: unknown;
  /** Sent as `Idempotency-Key`; the same for every attempt at one confirmation. */
  readonly idempotencyKey?: string | undefined;
};

/** Where a payment may be asked for, and how. */
export type PaymentApi = {
  readonly apiUrl: URL;
  readonly apiHosts: readonly string[];
  readonly allowPrivateHttp: boolean;
  readonly sendPayment: CheckoutApi['sendPayment'];
};

/**
 * Asks for a payment: one POST, never repeated but once after a 401 with a renewed token.
 *
 * @throws PaymentError `url_refused` before anything is sent; `outcome_unclear` unless no payment was created; otherwise the code of
 * the API's refusal.
 */
export async function initiatePayment(
  { method, sessionId, requestData, idempotencyKey }: PaymentRequest,
  signal: AbortSignal,
  api: PaymentApi,
): Promise<Initiation> {
  const url = paymentUrl(method, api);
  const json = {
    paymentMethodId: method.id,
    sessionId,
    ...(requestData !== undefined && { requestData }),
  };
  return toInitiation(await api.sendPayment({ url, json, idempotencyKey, signal, toFailure: toOutcome }));
}

// The token goes to the API's own host, and to those that the merchant named; anything else is refused unasked.
function paymentUrl({ onInitiatePayment }: PaymentMethod, api: PaymentApi): URL {
  if (!onInitiatePayment) return new URL('payment', api.apiUrl);
  const hosts = [api.apiUrl.host, ...api.apiHosts];
  const url = guardUrl(onInitiatePayment.value, { hosts, allowPrivateHttp: api.allowPrivateHttp });
  if (url) return url;
  const host = parseUrl(onInitiatePayment.value)?.host;
  throw new PaymentError(
    'url_refused',
    `The method's payment address${host ? ` on "${host}"` : ''} was not asked. If it is yours, name its host in the option "apiHosts".`,
  );
}
