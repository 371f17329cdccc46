import type { CheckoutSession } from './checkoutSession.js';
import { configuredOptions } from './configure.js';
import { connectPage } from './connectPage.js';
import { isId } from './core/isId.js';
import { isToken } from './core/isToken.js';
import { PaymentError } from './errors.js';
import { createSession } from './flow/createSession.js';
import type { SessionOptions } from './options.js';
import { resolveOptions } from './resolveOptions.js';

/**
 * Begins a session that the page's own server has made: the regular checkout flow, without a link. Nothing is drawn until
 * `injectPaymentMethods` is called; the order and the methods are asked for at once, in parallel.
 *
 * @param token - The session's token, from your server.
 * @param sessionId - The session's id.
 * @param options - See {@link SessionOptions}; may be left out once {@link configure} has been given an `apiUrl`.
 * @returns The session, still `loading`.
 * @throws PaymentError `options_invalid`, naming the argument or option.
 * @example
 * ```ts
 * const session = initiate(token, sessionId, { apiUrl: 'https://testgateway.altapaysecure.com/checkout/v1/api' });
 * await session.injectPaymentMethods('#payment');
 * ```
 */
export function initiate(
  token: string,
  sessionId: string,
  options: Partial<SessionOptions> = {},
): CheckoutSession {
  const settings = resolveOptions({ ...configuredOptions(), ...options });
  if (!isToken(token)) throw new PaymentError('options_invalid', 'Argument "token": wanted a session token.');
  if (!isId(sessionId))
    throw new PaymentError('options_invalid', 'Argument "sessionId": wanted a session id.');
  return createSession(connectPage(settings, () => ({ sessionId, token }))).session;
}
