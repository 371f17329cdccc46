import { isPaymentError } from '../errors.js';
import type { Parsed } from './session.js';

const MOST = 1_000;

/**
 * Parses a list part by part: a broken part is left out with a warning, and does not take the list with it.
 *
 * @param raw - The list; anything else counts as empty.
 * @param what - What one part is, for the warnings: `payment method`.
 * @param parseOne - Parses one part, or throws a `PaymentError`.
 * @returns At most 1,000 parts, and a warning for each that was left out.
 */
export function keepValid<T>(
  raw: unknown,
  what: string,
  parseOne: (part: unknown) => T,
): Parsed<readonly T[]> {
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const value: T[] = [];
  const warnings = list.length > MOST ? [`Only the first ${MOST} of ${list.length} are kept: ${what}`] : [];
  list.slice(0, MOST).forEach((part, index) => {
    try {
      value.push(parseOne(part));
    } catch (error) {
      if (!isPaymentError(error)) throw error;
      warnings.push(`Left out: ${what} ${index}, wrong at ${error.reason}`);
    }
  });
  return { value, warnings };
}
