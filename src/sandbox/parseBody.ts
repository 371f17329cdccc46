import type { z } from 'zod';
import { Problem } from './problem.js';

/** Reads JSON by a schema; what does not fit is answered with the path of every field that is wrong. */
export function parseBody<T>(schema: z.ZodType<T>, text: string): T {
  const result = schema.safeParse(parseJson(text));
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({
    field: toFieldPath(issue.path),
    message: issue.message,
  }));
  const fields = errors.map(({ field }) => field).join(', ');
  throw new Problem(400, 'VALIDATION_FAILED', `The request is not valid: ${fields}.`, { errors });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, 'BODY_MALFORMED', 'The request body is not JSON.');
  }
}

/** `['order', 'orderLines', 0, 'itemId']` → `order.orderLines[0].itemId`; the body itself is `(body)`. */
function toFieldPath(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || '(body)';
}
