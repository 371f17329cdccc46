import { isPlainObject } from './isPlainObject.js';
import { lazyParser } from './lazyParser.js';
import { schema } from './schema.js';
import type { Initiation } from './session.js';

const parseShape = lazyParser(() => {
  const text = schema.text();
  const maybe = schema.optional(text);
  const anything = schema.anything();
  return schema.object({
    paymentId: text,
    shopOrderId: maybe,
    externalPaymentId: maybe,
    status: maybe,
    type: text,
    url: maybe,
    fallbackUrl: anything,
    fields: anything,
  });
});

/**
 * Reads the answer to a started payment.
 *
 * @param raw - The answer's body.
 * @returns The initiation. Its `url` and `fallbackUrl` are as the API sent them: `decideHandOff` guards them.
 * @throws {@link PaymentError} `response_invalid` when `paymentId` or `type` is missing or a field is of the wrong type.
 * @see contract mark C
 */
export function parseInitiation(raw: unknown): Initiation {
  const { fallbackUrl, fields, ...initiation } = parseShape(raw);
  return {
    ...initiation,
    ...(typeof fallbackUrl === 'string' && { fallbackUrl }),
    ...(isPlainObject(fields) && { fields: toFields(fields) }),
  };
}

// No prototype: a field may be called `__proto__`. What is no text cannot be posted.
function toFields(raw: Record<string, unknown>): Record<string, string> {
  const fields = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(raw)) if (typeof value === 'string') fields[name] = value;
  return fields;
}
