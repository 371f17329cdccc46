import { guardUrl } from './guardUrl.js';
import { invalidResponse, lazyParser } from './lazyParser.js';
import { isId } from './isId.js';
import { keepValid } from './keepValid.js';
import type { Parsing } from './parsing.js';
import { sanitizeText } from './sanitizeText.js';
import { schema } from './schema.js';
import type { PaymentMethod } from './session.js';

const parseShape = lazyParser(() => {
  const text = schema.text();
  const maybe = schema.optional(text);
  const callback = schema.optional(schema.object({ type: text, value: text }));
  const anything = schema.anything();
  return schema.object({
    id: text,
    type: text,
    name: maybe,
    description: maybe,
    logoUrl: anything,
    display: maybe,
    onInitiatePayment: callback,
    onRenderCheck: callback,
    jsMethodHandler: maybe,
    metadata: anything,
  });
});

/**
 * Reads the payment methods of `GET /session/{sessionId}/payment-methods`.
 *
 * @param raw - The answer's body, `{ methods: […] }`, or the bare list.
 * @param parsing - See {@link Parsing}.
 * @returns The methods in the API's order, at most 1,000. A broken one, or one whose id came before, is left out with a warning.
 * @throws {@link PaymentError} `response_invalid` when there is no list.
 * @see AltaPay's PaymentMethods (contract marks D, C)
 */
export function parsePaymentMethods(raw: unknown, parsing: Parsing): readonly PaymentMethod[] {
  const list: unknown = Array.isArray(raw) ? raw : (raw as { methods?: unknown } | null | undefined)?.methods;
  if (!Array.isArray(list)) throw invalidResponse('methods');
  const seen = new Set<string>();
  const parseOne = (part: unknown): PaymentMethod => {
    const shape = parseShape(part);
    if (!isId(shape.id)) throw invalidResponse('id');
    if (seen.has(shape.id)) throw invalidResponse('id (given twice)');
    seen.add(shape.id);
    return {
      ...shape,
      name: sanitizeText(shape.name, 100),
      description: sanitizeText(shape.description, 200) || undefined,
      logoUrl: guardUrl(shape.logoUrl, parsing),
      metadata: toMetadata(shape.metadata),
    };
  };
  return keepValid(list, 'payment method', parseOne, parsing.warn);
}

// No prototype: JSON makes `__proto__` an own key, and copying it onto a plain object would swap the prototype.
function toMetadata(raw: unknown): Record<string, string> {
  const metadata = Object.create(null) as Record<string, string>;
  for (const [key, value] of Object.entries(raw ?? {})) {
    if (typeof value === 'string') metadata[key] = value;
  }
  return metadata;
}
