import type { PaymentMethod } from '../core/session.js';
import type { MethodHandler } from '../options.js';
import { handlerFor } from './offeredMethods.js';

/** Tells the developer of words in methods that nobody here knows, where they would mean something: they go on by redirect. */
export function warnOfOddMethods(
  methods: readonly PaymentMethod[],
  handlers: ReadonlyMap<string, MethodHandler>,
  warn: (warning: string) => void,
): void {
  for (const method of methods) {
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
