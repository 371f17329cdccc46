import * as z from 'zod/mini';
import { dropAbsent } from './dropAbsent.js';
import { lazyParser } from './lazyParser.js';
import type { Initiation } from './session.js';

const parseShape = lazyParser(() => {
  const text = z.nullish(z.string());
  return z.object({
    paymentId: z.string(),
    shopOrderId: text,
    externalPaymentId: text,
    status: text,
    type: z.string(),
    url: text,
  });
});

/**
 * Reads the answer to a started payment.
 *
 * @param raw - The answer's body.
 * @returns The initiation. Its `url` is as the API sent it: `decideHandOff` guards it.
 * @throws {@link PaymentError} `response_invalid` when `paymentId` or `type` is missing or a field is of the wrong type.
 * @see contract mark C
 */
export function parseInitiation(raw: unknown): Initiation {
  return dropAbsent(parseShape(raw));
}
