import type { Activation, Initiation, PaymentMethod, Session } from '../core/session.js';
import { guardUrl } from '../core/guardUrl.js';
import { parseActivation } from '../core/parseActivation.js';
import { parseInitiation } from '../core/parseInitiation.js';
import type { Parsing } from '../core/parsing.js';
import { parsePaymentMethods } from '../core/parsePaymentMethods.js';
import { parseSession } from '../core/parseSession.js';
import { parseUrl } from '../core/parseUrl.js';
import { PaymentError } from '../errors.js';
import { createSender } from './createSender.js';
import { withinTime } from './withinTime.js';
import type { Sending } from './sendRequest.js';
import { toPaymentError } from './toPaymentError.js';

/** The Checkout API as the page needs it. The token stays in this closure. */
export type CheckoutApi = {
  /** Opens a link: token, order and methods in one round trip (mark O). */
  activateLink(link: { sessionId: string; linkId: string }, signal: AbortSignal): Promise<Activation>;
  getSession(sessionId: string, signal: AbortSignal): Promise<Session>;
  getPaymentMethods(sessionId: string, signal: AbortSignal): Promise<readonly PaymentMethod[]>;
  /** Asks for a payment: one POST, never repeated but once after a 401 with a renewed token. */
  initiatePayment(payment: PaymentRequest, signal: AbortSignal): Promise<Initiation>;
};

export type PaymentRequest = {
  readonly method: PaymentMethod;
  readonly sessionId: string;
  readonly requestData?: unknown;
  /** Sent as `Idempotency-Key`; the same for every attempt at one confirmation. */
  readonly idempotencyKey?: string | undefined;
};

export type CheckoutApiOptions = Parsing & {
  readonly apiUrl: URL;
  readonly token?: string | undefined;
  readonly apiHosts: readonly string[];
  readonly timeouts: Sending['timeouts'];
  readonly fetch?: typeof fetch | undefined;
  readonly renewToken?: (() => Promise<string>) | undefined;
  /** Stands in for the activation call. */
  readonly activate?:
    | ((link: { sessionId: string; linkId: string }, context: { signal: AbortSignal }) => Promise<unknown>)
    | undefined;
};

export function createCheckoutApi(options: CheckoutApiOptions): CheckoutApi {
  const sender = createSender(options);

  const sessionUrl = (sessionId: string, rest = ''): URL =>
    new URL(`session/${encodeURIComponent(sessionId)}${rest}`, options.apiUrl);

  return {
    async activateLink(link, signal) {
      const answer = options.activate
        ? await withinTime(signal, options.timeouts.loadMs, async (signal) =>
            options.activate?.(link, { signal }),
          )
        : await sender.send({
            url: sessionUrl(link.sessionId, '/activation'),
            // A form makes it a CORS simple request: no preflight, and the secret stays out of the path.
            form: { linkId: link.linkId },
            signal,
          });
      const activation = parseActivation(answer, options);
      sender.useToken(activation.token);
      return activation;
    },
    async getSession(sessionId, signal) {
      return parseSession(await sender.sendWithToken({ url: sessionUrl(sessionId), signal }), options);
    },
    async getPaymentMethods(sessionId, signal) {
      const url = sessionUrl(sessionId, '/payment-methods');
      return parsePaymentMethods(await sender.sendWithToken({ url, signal }), options);
    },
    async initiatePayment({ method, sessionId, requestData, idempotencyKey }, signal) {
      const url = paymentUrl(method, options);
      const body = {
        paymentMethodId: method.id,
        sessionId,
        ...(requestData !== undefined && { requestData }),
      };
      const answer = await sender.sendWithToken({ url, json: body, idempotencyKey, signal });
      try {
        return parseInitiation(answer);
      } catch (cause) {
        throw await toPaymentError(cause, true);
      }
    },
  };
}

// The token goes to the API's own host, and to those that the merchant named; anything else is refused unasked.
function paymentUrl({ onInitiatePayment }: PaymentMethod, options: CheckoutApiOptions): URL {
  if (!onInitiatePayment) return new URL('payment', options.apiUrl);
  const hosts = [options.apiUrl.host, ...options.apiHosts];
  const url = guardUrl(onInitiatePayment.value, { hosts, allowPrivateHttp: options.allowPrivateHttp });
  if (url) return url;
  const host = parseUrl(onInitiatePayment.value)?.host;
  throw new PaymentError(
    'url_refused',
    `The method's payment address${host ? ` on "${host}"` : ''} was not asked. If it is yours, name its host in the option "apiHosts".`,
  );
}
