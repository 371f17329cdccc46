import { joinTabs, type Tabs } from '../browser/joinTabs.js';
import { isId } from '../core/isId.js';
import { isPlainObject } from '../core/isPlainObject.js';
import type { ReturnState } from './returnOptions.js';

/**
 * Tells the tabs that were left open with the same order: that its payment is under way, and when it no longer is. Each then
 * asks Checkout by itself. They are found by the session's id, so nobody is told where the merchant's server does not say it.
 */
export function tellTabs(signal: AbortSignal): (state: ReturnState, answer: unknown) => void {
  const tab = crypto.getRandomValues(new Uint32Array(2)).join('-');
  let tabs: Tabs | undefined;
  let told: boolean | undefined;

  const leave = (): void => tabs?.leave();
  signal.addEventListener('abort', leave);
  return ({ name }, answer) => {
    const { sessionId } = isPlainObject(answer) ? answer : {};
    if (signal.aborted || !isId(sessionId)) return;
    // Whoever leaves this page no longer follows the payment: the others ask anew.
    tabs ??= joinTabs(
      sessionId,
      () => undefined,
      () => ({ tab, paying: false }),
    );
    const paying = /waiting|unclear/.test(name);
    if (paying === told) return;
    // One that has never said that it pays says so first: only a change is news to the others.
    if (!paying && told === undefined) tabs.tell({ tab, paying: true });
    tabs.tell({ tab, paying: (told = paying) });
  };
}
