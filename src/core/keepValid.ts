import { isPaymentError } from '../errors.js';

const MOST = 1_000;

/**
 * Parses a list part by part: a broken part is left out with a warning, and does not take the list with it.
 *
 * @param raw - The list; anything else counts as empty.
 * @param what - What one part is, for the warnings: `payment method`.
 * @param parseOne - Parses one part, or throws a `PaymentError`.
 * @param warn - Is told of each part that was left out, in words for a developer.
 * @returns At most 1,000 parts.
 */
export function keepValid<T>(
  raw: unknown,
  what: string,
  parseOne: (part: unknown) => T,
  warn: (warning: string) => void,
): readonly T[] {
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [];
  if (list.length > MOST) warn(`Only the first ${MOST} of ${list.length} are kept: ${what}`);
  return list.slice(0, MOST).flatMap((part, index) => {
    try {
      return [parseOne(part)];
    } catch (error) {
      if (!isPaymentError(error)) throw error;
      warn(`Left out: ${what} ${index}, wrong at ${error.reason}`);
      return [];
    }
  });
}
