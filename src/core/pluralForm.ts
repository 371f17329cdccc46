import type { Messages } from './messageKeys.js';

/**
 * Chooses how the number of an order's lines is said.
 *
 * @param messages - The texts, with a form for each plural category their language has.
 * @param lang - BCP 47 tag of the language the texts are in.
 * @param count - How many lines there are.
 * @returns The form, e.g. `{count} items`; Other's where the category has none of its own.
 * @example
 * ```ts
 * pluralForm(english, 'en', 2); // '{count} items'
 * ```
 * @see UTS #35, "Language Plural Rules"
 */
export function pluralForm(messages: Messages, lang: string, count: number): string {
  const rule = new Intl.PluralRules(lang).select(count);
  const category = rule.replace(/^./, (letter) => letter.toUpperCase()) as Capitalize<typeof rule>;
  return messages[`orderLineCount${category}`] ?? messages.orderLineCountOther;
}
