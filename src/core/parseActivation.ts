import { dropAbsent } from './dropAbsent.js';
import type { LogoRules } from './guardUrl.js';
import { invalidResponse, lazyParser } from './lazyParser.js';
import { parsePaymentMethods } from './parsePaymentMethods.js';
import { parseSession } from './parseSession.js';
import { schema } from './schema.js';
import { toEpochMs } from './toEpochMs.js';
import type { Activation, Parsed } from './session.js';

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
 * @param rules - `allowPrivateHttp`: whether logos may come by plain http from private addresses.
 * @returns Token, session and methods, with the warnings of both; times in epoch milliseconds on the server's clock.
 * @throws {@link PaymentError} `response_invalid` when the token, the session or the list of methods is missing or wrong.
 * @see contract mark O: the exchange is ours
 */
export function parseActivation(raw: unknown, rules: LogoRules): Parsed<Activation> {
  const shape = parseShape(raw);
  // RFC 6750's b64token: whatever else came could not stand in a header.
  if (!/^[\w.~+/-]{1,8192}=*$/.test(shape.token)) throw invalidResponse('token');
  const session = parseSession(shape.session, rules);
  const methods = parsePaymentMethods(shape.paymentMethods, rules);
  const value = dropAbsent({
    token: shape.token,
    session: session.value,
    paymentMethods: methods.value,
    serverTime: toEpochMs(shape.serverTime),
    expiresAt: toEpochMs(shape.expiresAt),
  });
  return { value, warnings: [...session.warnings, ...methods.warnings] };
}
