import type { RichText } from './pickerView.js';

/**
 * Fills a message's `{name}` places.
 *
 * @param template - One of the messages, e.g. `Pay {amount}`.
 * @param values - What stands in the places. A value is never searched for places itself.
 * @returns The message in parts; filled-in values are isolates, to be drawn in `<bdi>`. A place without a value stays as it is.
 * @example
 * ```ts
 * formatMessage('Pay {amount}', { amount: '€12.50' }); // ['Pay ', { isolate: '€12.50' }]
 * ```
 */
export function formatMessage(
  template: string,
  values: Readonly<Record<string, string | undefined>>,
): RichText {
  return template
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((part) => {
      const value: unknown = part.startsWith('{') ? values[part.slice(1, -1)] : undefined;
      return typeof value === 'string' ? { isolate: value } : part;
    });
}

/**
 * Flattens a rich text for places that take no elements: attributes and live regions.
 *
 * @param rich - What {@link formatMessage} gave.
 * @returns One string, each isolate between U+2068 and U+2069.
 * @see UAX #9, "First Strong Isolate"
 */
export function toPlainText(rich: RichText): string {
  return rich.map((part) => (typeof part === 'string' ? part : `\u2068${part.isolate}\u2069`)).join('');
}
