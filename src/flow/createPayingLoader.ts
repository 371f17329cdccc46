import { PaymentError } from '../errors.js';
import { offline } from './offline.js';
import type { PayDeskParts, Paying } from './payPlan.js';

export type PayingLoader = {
  /** What pays, once it is here. */
  paying(): Paying | undefined;
  /** Rejects with `offline` or `network` where it cannot be had now; a further call tries anew. */
  load(): Promise<void>;
  stop(): void;
};

/** Brings what pays: once the picker stands, or when it is asked for. */
export function createPayingLoader(parts: PayDeskParts): PayingLoader {
  const { store, effects, texts, redraw } = parts;
  let paying: Paying | undefined;
  let making: Promise<void> | undefined;
  let stopping = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const load = (): Promise<void> =>
    (making ??= parts.loadPayPhase(stopping.signal).then(
      ({ transition, english, createPaying }) => {
        store.extend(transition);
        texts.add(english);
        paying = createPaying(parts);
        redraw();
      },
      (cause: unknown) => {
        making = undefined;
        throw effects.isOffline()
          ? offline(cause)
          : new PaymentError('network', 'What pays could not be loaded.', { cause });
      },
    ));

  store.subscribe(({ state }) => {
    const wanted =
      /^(ready|processing)$/.test(state.name) ||
      // Why there is no method is for it to tell the developer.
      (state.name === 'failed' && (state.error.retryAfterMs ?? state.error.code === 'no_payment_methods'));
    if (paying || !(wanted || parts.settings.debug)) return;
    clearTimeout(timer);
    // After the picker has been drawn: nothing may come in its way.
    timer = setTimeout(() => void load().catch(() => undefined));
  });

  return {
    paying: () => paying,
    load,
    stop() {
      clearTimeout(timer);
      stopping.abort();
      stopping = new AbortController();
      paying?.stop();
    },
  };
}
