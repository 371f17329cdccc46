import type { Answer, SessionEvent, SessionState } from '../core/sessionState.js';
import { loadTransition, type Transition } from '../core/loadTransition.js';

/** Where the session stands, and the last thing Checkout said. */
export type Snapshot = { readonly state: SessionState; readonly answer: Answer | undefined };

export type Store = {
  now(): Snapshot;
  dispatch(event: SessionEvent): void;
  /** From now on states change by this transition; it must agree with the first one wherever that says anything. */
  extend(transition: Transition): void;
  /** Calls the listener after every change; answers its removal. */
  subscribe(listener: (now: Snapshot, before: Snapshot) => void): () => void;
};

/** Holds the one state of a session. Every change goes through a transition: at first the one that loading needs. */
export function createStore(): Store {
  let snapshot: Snapshot = { state: { name: 'loading' }, answer: undefined };
  const listeners = new Set<(now: Snapshot, before: Snapshot) => void>();
  const waiting: SessionEvent[] = [];
  let busy = false;
  let transition = loadTransition;

  const apply = (event: SessionEvent): void => {
    const before = snapshot;
    snapshot = { state: transition(before.state, event), answer: nextAnswer(before, event) };
    if (snapshot.state === before.state && snapshot.answer === before.answer) return;
    for (const listener of [...listeners]) listener(snapshot, before);
  };

  return {
    now: () => snapshot,
    dispatch(event) {
      // A listener may dispatch (a merchant's callback that destroys): its event waits until everyone has heard this one.
      waiting.push(event);
      if (busy) return;
      busy = true;
      for (let next = waiting.shift(); next; next = waiting.shift()) apply(next);
      busy = false;
    },
    extend: (next) => void (transition = next),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function nextAnswer({ state, answer }: Snapshot, event: SessionEvent): Answer | undefined {
  if (event.type === 'restarted') return undefined;
  // While a payment is starting, the screen keeps what the payer has confirmed.
  const listening = state.name !== 'initiating' && state.name !== 'destroyed';
  return listening && (event.type === 'loaded' || event.type === 'refreshed') ? event.answer : answer;
}
