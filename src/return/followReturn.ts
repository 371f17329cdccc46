import type { ReturnState } from './returnOptions.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** A timer that is so much too late has slept. */
const SLEPT_MS = 5_000;

/** What it takes to follow a payment. */
export type ReturnEffects = {
  /** Asks once. A rejection means that nothing is known. */
  ask(signal: AbortSignal): Promise<ReturnState>;
  /** Calls back when the page is looked at again, or is back online. Answers its clean-up. */
  onWakeUp(listener: () => void): () => void;
  now(): number;
};

/**
 * Asks until it is known what came of the payment: at once, then with growing pauses, and anew whenever the payer is back at
 * the page. What is known is kept, whatever keeps the next question from being answered.
 *
 * @param limitMs - How long it goes on each time before the payer reads that it is not known.
 * @param tell - Hears every change.
 * @returns Asks anew, as the payer does by the button.
 */
export function followReturn(
  { ask, onWakeUp, now }: ReturnEffects,
  limitMs: number,
  signal: AbortSignal,
  tell: (state: ReturnState) => void,
): () => void {
  let known: ReturnState = { name: 'waiting' };
  let asking: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE_MS;
  let deadline = 0;

  const learn = (state: ReturnState): void => {
    if (state.name === known.name && /waiting|unclear/.test(state.name)) return;
    known = state;
    tell(state);
  };
  const askOnce = async (): Promise<void> => {
    const own = (asking = new AbortController());
    const state = await ask(own.signal).catch(() => known);
    if (own.signal.aborted) return;
    const open = /waiting|unclear/.test(state.name);
    if (open && now() >= deadline) learn({ name: 'unclear' });
    else if (state !== known) learn(state);
    if (open && now() < deadline) askLater();
  };
  const askLater = (): void => {
    const due = now() + pause;
    timer = setTimeout(() => (now() - due > SLEPT_MS ? begin() : void askOnce()), pause);
    pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS);
  };
  const stop = (): void => {
    clearTimeout(timer);
    // A question from before a sleep may never be answered, and says nothing of now.
    asking?.abort();
  };
  const begin = (): void => {
    stop();
    if (signal.aborted || known.name === 'paid') return;
    pause = FIRST_PAUSE_MS;
    deadline = now() + limitMs;
    if (known.name === 'unclear') learn({ name: 'waiting' });
    void askOnce();
  };
  const stopListening = onWakeUp(begin);
  signal.addEventListener('abort', () => {
    stop();
    stopListening();
  });
  begin();
  return begin;
}
