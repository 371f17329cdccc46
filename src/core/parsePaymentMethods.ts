import * as z from 'zod/mini';
import { dropAbsent } from './dropAbsent.js';
import { guardUrl, type LogoRules } from './guardUrl.js';
import { invalidResponse, lazyParser } from './lazyParser.js';
import { keepValid } from './keepValid.js';
import { sanitizeText } from './sanitizeText.js';
import type { Parsed, PaymentMethod } from './session.js';

const parseShape = lazyParser(() => {
  const anything = z.optional(z.unknown());
  const text = z.nullish(z.string());
  const callback = z.nullish(z.object({ type: z.string(), value: z.string() }));
  return z.object({
    id: z.string().check(z.regex(/^[\w-]{1,128}$/)),
    type: z.string(),
    name: text,
    description: text,
    logoUrl: anything,
    display: text,
    onInitiatePayment: callback,
    onRenderCheck: callback,
    jsMethodHandler: text,
    metadata: anything,
  });
});

/**
 * Reads the payment methods of `GET /session/{sessionId}/payment-methods`.
 *
 * @param raw - The answer's body, `{ methods: […] }`, or the bare list.
 * @param rules - `allowPrivateHttp`: whether logos may come by plain http from private addresses.
 * @returns The methods in the API's order, at most 1,000. A broken one, or one whose id came before, is left out with a warning.
 * @throws {@link PaymentError} `response_invalid` when there is no list.
 * @see AltaPay's PaymentMethods (contract marks D, C)
 */
export function parsePaymentMethods(raw: unknown, rules: LogoRules): Parsed<readonly PaymentMethod[]> {
  const list: unknown = Array.isArray(raw) ? raw : (raw as { methods?: unknown } | null | undefined)?.methods;
  if (!Array.isArray(list)) throw invalidResponse('methods');
  const seen = new Set<string>();
  return keepValid(list, 'payment method', (part): PaymentMethod => {
    const shape = parseShape(part);
    if (seen.has(shape.id)) throw invalidResponse('id (given twice)');
    seen.add(shape.id);
    return dropAbsent({
      ...shape,
      name: sanitizeText(shape.name, 100),
      description: sanitizeText(shape.description, 200) || undefined,
      logoUrl: guardUrl(shape.logoUrl, rules),
      metadata: toMetadata(shape.metadata),
    });
  });
}

// No prototype: JSON makes `__proto__` an own key, and copying it onto a plain object would swap the prototype.
function toMetadata(raw: unknown): Record<string, string> {
  const metadata = Object.create(null) as Record<string, string>;
  for (const [key, value] of Object.entries(raw ?? {})) {
    if (typeof value === 'string') metadata[key] = value;
  }
  return metadata;
}
