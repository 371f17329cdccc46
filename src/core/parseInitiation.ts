import { lazyParser } from './lazyParser.js';
import { schema } from './schema.js';
import type { Initiation } from './session.js';

const parseShape = lazyParser(() => {
  const text = schema.text();
  const maybe = schema.optional(text);
  return schema.object({
    paymentId: text,
    shopOrderId: maybe,
    externalPaymentId: maybe,
    status: maybe,
    type: text,
    url: maybe,
    fallbackUrl: schema.anything(),
    fields: schema.anything(),
  });
});

/** An initiation of which the fields that are ours (mark O) are as they came: `toInitiation` reads them, in the part that pays. */
export type RawInitiation = Omit<Initiation, 'fallbackUrl' | 'fields'> & {
  readonly fallbackUrl?: unknown;
  readonly fields?: unknown;
};

/**
 * Reads the answer to a started payment.
 *
 * @param raw - The answer's body.
 * @returns The initiation. Its `url` is as the API sent it: `decideHandOff` guards it.
 * @throws {@link PaymentError} `response_invalid` when `paymentId` or `type` is missing or a field is of the wrong type.
 * @see contract mark C
 */
export function parseInitiation(raw: unknown): RawInitiation {
  return parseShape(raw);
}
