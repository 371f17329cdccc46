import { isPlainObject } from './isPlainObject.js';
import type { RawInitiation } from './parseInitiation.js';
import type { Initiation } from './session.js';

/**
 * Reads what is ours of an initiation. A field of another kind is left out, and takes nothing with it: a payment has been
 * created.
 */
export function toInitiation({ fallbackUrl, fields, ...initiation }: RawInitiation): Initiation {
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
