import type { Activation, PaymentMethod, Session } from '../core/session.js';
import { parseActivation } from '../core/parseActivation.js';
import { parseInitiation, type RawInitiation } from '../core/parseInitiation.js';
import type { Parsing } from '../core/parsing.js';
import { parsePaymentMethods } from '../core/parsePaymentMethods.js';
import { parseSession } from '../core/parseSession.js';
import { createSender, type Sender } from './createSender.js';
import { withinTime } from './withinTime.js';
import type { Sending } from './sendRequest.js';

/** The Checkout API as the page needs it. The token stays in this closure. */
export type CheckoutApi = {
  /** Opens a link: token, order and methods in one round trip (mark O). */
  activateLink(link: { sessionId: string; linkId: string }, signal: AbortSignal): Promise<Activation>;
  getSession(sessionId: string, signal: AbortSignal): Promise<Session>;
  getPaymentMethods(sessionId: string, signal: AbortSignal): Promise<readonly PaymentMethod[]>;
  /** Sends a request that asks for a payment. */
  sendPayment(sending: Parameters<Sender['sendWithToken']>[0]): Promise<RawInitiation>;
};

export type CheckoutApiOptions = Parsing & {
  readonly apiUrl: URL;
  readonly token?: string | undefined;
  readonly timeouts: Sending['timeouts'];
  readonly fetch?: typeof fetch | undefined;
  readonly loadRest: Sending['loadRest'];
  readonly renewToken?: (() => Promise<string>) | undefined;
  /** Gets the answer to an activation that is under way already, where there is one for this link. */
  readonly takeEarlyStart?: ((url: URL, linkId: string) => typeof fetch | undefined) | undefined;
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
      const url = sessionUrl(link.sessionId, '/activation');
      const answer = options.activate
        ? await withinTime(signal, options.timeouts.loadMs, async (signal) =>
            options.activate?.(link, { signal }),
          )
        : await sender.send({
            url,
            // A form makes it a CORS simple request: no preflight, and the secret stays out of the path.
            form: { linkId: link.linkId },
            early: options.takeEarlyStart?.(url, link.linkId),
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
    sendPayment: (sending) =>
      sender.sendWithToken({ ...sending, parse: parseInitiation }) as Promise<RawInitiation>,
  };
}
