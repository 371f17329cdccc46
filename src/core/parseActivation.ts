import { isToken } from './isToken.js';
import { invalidResponse, lazyParser } from './lazyParser.js';
import { parsePaymentMethods } from './parsePaymentMethods.js';
import { parseSession } from './parseSession.js';
import { schema } from './schema.js';
import { toEpochMs } from './toEpochMs.js';
import type { Parsing } from './parsing.js';
import type { Activation } from './session.js';

const parseShape = lazyParser(() => {
  const anything = schema.anything();
  return schema.object({
    token: schema.text(),
    session: anything,
    paymentMethods: anything,
    serverTime: anything,
    expiresAt: anything,
  });
});

/**
 * Reads what the payment link's exchange, `POST /session/{sessionId}/activation`, answers.
 *
 * @param raw - The answer's body.
 * @param parsing - See {@link Parsing}.
 * @returns Token, session and methods; times in epoch milliseconds on the server's clock.
 * @throws {@link PaymentError} `response_invalid` when the token, the session or the list of methods is missing or wrong.
 * @see contract mark O: the exchange is ours
 */
export function parseActivation(raw: unknown, parsing: Parsing): Activation {
  const { token, session, paymentMethods, serverTime, expiresAt } = parseShape(raw);
  // RFC 6750's b64token: whatever else came could not stand in a header.
  if (!isToken(token)) throw invalidResponse('token');
  return {
    token,
    session: parseSession(session, parsing),
    paymentMethods: parsePaymentMethods(paymentMethods, parsing),
    serverTime: toEpochMs(serverTime),
    expiresAt: toEpochMs(expiresAt),
  };
}
