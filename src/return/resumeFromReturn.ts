import { withinTime } from '../api/withinTime.js';
import { findContainer } from '../browser/findContainer.js';
import { onRemoved } from '../browser/onRemoved.js';
import { onWakeUp } from '../browser/onWakeUp.js';
import { isPrivateHost } from '../core/guardUrl.js';
import { PaymentError } from '../errors.js';
import { createTexts } from '../i18n/createTexts.js';
import { returnEnglish } from '../i18n/messages.js';
import { mountNotice } from '../ui/mountNotice.js';
import { followReturn } from './followReturn.js';
import { resolveReturnOptions, type ReturnSettings } from './resolveReturnOptions.js';
import type { ReturnOptions, ReturnState } from './returnOptions.js';
import { tellTabs } from './tellTabs.js';
import { toReturnNotice } from './toReturnNotice.js';
import { toReturnState } from './toReturnState.js';

/**
 * Shows a payer who comes back from a payment what became of it: for the page of your `redirect` address, in whichever browser
 * the app or the bank opens it. Your server is asked, because only its callback knows; the address and what the browser has
 * stored prove nothing. It is asked again with growing pauses, and at once when the payer is back at the page; an answer that
 * does not come means "not known yet". After `limitMs` the payer reads so, with a button to check again.
 *
 * @param options - See {@link ReturnOptions}; only `getStatus` is required.
 * @returns The first state that is not `waiting`. What comes later is told to `onStateChange`.
 * @throws PaymentError `options_invalid`; `container_not_found`; `aborted` when the signal or the page ends it before.
 * @example
 * ```ts
 * import { resumeFromReturn } from 'altapay-js/return';
 *
 * const { name } = await resumeFromReturn({
 *   container: '#payment',
 *   getStatus: async ({ signal }) => (await fetch('/orders/current/payment', { signal })).json(),
 * });
 * if (name === 'paid') document.title = 'Thank you';
 * ```
 */
export async function resumeFromReturn(options: ReturnOptions): Promise<ReturnState> {
  const settings = resolveReturnOptions(options);
  const ending = new AbortController();
  const { signal } = ending;
  const end = (): void => ending.abort();
  if (settings.signal?.aborted) throw stopped();
  settings.signal?.addEventListener('abort', end, { signal });

  let state: ReturnState = { name: 'waiting' };
  let draw = (): void => undefined;
  let checkAgain = (): void => undefined;
  const outcome = new Promise<ReturnState>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(stopped()));
    checkAgain = follow(settings, signal, (next) => {
      state = next;
      draw();
      settings.onStateChange?.(next);
      if (next.name !== 'waiting') resolve(next);
    });
  });
  outcome.catch(() => undefined);
  try {
    if (settings.container !== undefined) {
      const container = await findContainer(settings.container);
      if (!signal.aborted)
        draw = drawInto(container, settings, { signal, end, checkAgain, now: () => state });
    }
  } catch (error) {
    end();
    throw error;
  }
  return outcome;
}

function stopped(): PaymentError {
  return new PaymentError('aborted', 'Coming back was ended before its outcome was known.');
}

function follow(
  { getStatus, limitMs, attemptMs, onWarning }: ReturnSettings,
  signal: AbortSignal,
  tell: (state: ReturnState) => void,
): () => void {
  const rules = { allowPrivateHttp: location.protocol === 'http:' && isPrivateHost(location.hostname) };
  const warn = (warning: string): void => onWarning?.(warning);
  const tellOthers = tellTabs(signal);
  const ask = async (own: AbortSignal): Promise<ReturnState> => {
    const answer = await withinTime(own, attemptMs, async (signal) => getStatus({ signal }));
    const state = toReturnState(answer, rules, warn);
    if (!own.aborted) tellOthers(state, answer);
    return state;
  };
  return followReturn({ ask, onWakeUp, now: () => Date.now() }, limitMs, signal, tell);
}

type Drawing = {
  readonly signal: AbortSignal;
  end(): void;
  checkAgain(): void;
  now(): ReturnState;
};

function drawInto(
  container: Element,
  { locale, messages, merchantName, appearance }: ReturnSettings,
  { signal, end, checkAgain, now }: Drawing,
): () => void {
  const mounted = mountNotice(container, checkAgain, appearance);
  const wanted = [locale, document.documentElement.lang, ...navigator.languages];
  const draw = (): void => {
    if (signal.aborted) return;
    const { messages, lang, dir } = texts.now();
    mounted.render({
      lang,
      dir,
      label: messages.regionLabel,
      notice: toReturnNotice(now(), messages, merchantName),
    });
  };
  const texts = createTexts(wanted, messages, draw);
  texts.add(returnEnglish);
  const stopWatching = onRemoved(mounted.host, end);
  signal.addEventListener('abort', () => {
    stopWatching();
    mounted.unmount();
  });
  draw();
  return draw;
}
