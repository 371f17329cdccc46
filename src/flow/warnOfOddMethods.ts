import type { Answer } from '../core/sessionState.js';
import type { MethodHandler } from '../options.js';
import { handlerFor } from './offeredMethods.js';

/**
 * Tells the developer of methods that are left out because nobody here can make the check that they ask for, and of words in the
 * others that nobody here knows, where they would mean something: those go on by redirect.
 */
export function warnOfOddMethods(
  { paymentMethods, answered = paymentMethods }: Pick<Answer, 'paymentMethods' | 'answered'>,
  handlers: ReadonlyMap<string, MethodHandler>,
  warn: (warning: string) => void,
): void {
  for (const method of answered)
    if (!paymentMethods.includes(method) && !handlerFor(method, handlers))
      warn(
        `A method of type "${method.type}" asks for a check before it is shown; no methodHandlers entry makes it.`,
      );
  for (const method of paymentMethods) {
    const { type, display = 'REDIRECT', jsMethodHandler, name } = method;
    if (!name) warn(`A method of type "${type}" has no name; the type is shown in its place.`);
    if (handlerFor(method, handlers)) continue;
    if (jsMethodHandler)
      warn(
        `No methodHandlers entry is named "${jsMethodHandler}"; methods that ask for it go on by redirect.`,
      );
    if (display !== 'REDIRECT')
      warn(`The display "${display}" is not known; methods that ask for it go on by redirect.`);
  }
}
