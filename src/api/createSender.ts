import { isPaymentError, PaymentError } from '../errors.js';
import { isToken } from '../core/isToken.js';
import { sendRequest, type Sending } from './sendRequest.js';
import { withinTime } from './withinTime.js';

type Standing = Pick<Sending, 'timeouts' | 'fetch' | 'loadRest'>;
type OneSending = Omit<Sending, keyof Standing | 'token'>;

/** Sends requests, with the token or without; the token never leaves this closure. */
export type Sender = {
  send(sending: OneSending): Promise<unknown>;
  /** As `send`, with the token; should it be refused, once more with a renewed one. */
  sendWithToken(sending: OneSending): Promise<unknown>;
  useToken(token: string): void;
};

export function createSender({
  token,
  renewToken,
  timeouts,
  fetch,
  loadRest,
}: Standing & {
  readonly token?: string | undefined;
  readonly renewToken?: (() => Promise<string>) | undefined;
}): Sender {
  const standing: Standing = { timeouts, fetch, loadRest };
  let renewing: Promise<void> | undefined;

  const renew = async (ask: () => Promise<string>, signal: AbortSignal): Promise<void> => {
    try {
      const renewed: unknown = await withinTime(signal, timeouts.loadMs, ask);
      if (!isToken(renewed)) throw new TypeError('It gave no token.');
      token = renewed;
    } catch (cause) {
      throw new PaymentError('unauthorized', 'The option "renewToken" failed.', { cause });
    }
  };

  return {
    send: (sending) => sendRequest({ ...standing, ...sending }),
    async sendWithToken(sending) {
      const refused = token;
      try {
        return await sendRequest({ ...standing, ...sending, token });
      } catch (error) {
        if (!renewToken || !isPaymentError(error) || error.code !== 'unauthorized') throw error;
        // Requests that fail together wait for one new token.
        if (token === refused)
          await (renewing ??= renew(renewToken, sending.signal).finally(() => {
            renewing = undefined;
          }));
        if (sending.signal.aborted) throw new PaymentError('aborted', 'The request was stopped.');
        // A refused token created nothing, so one more attempt is safe, also for a payment.
        return sendRequest({ ...standing, ...sending, token });
      }
    },
    useToken: (next) => void (token = next),
  };
}
