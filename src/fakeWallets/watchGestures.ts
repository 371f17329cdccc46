const GESTURES = ['click', 'pointerup', 'mousedown', 'keydown', 'touchend'];

export type Gestures = {
  /** Whether a payer's own press is being handled right now. */
  isNow(): boolean;
  stop(): void;
};

/**
 * Watches the payer's presses as a browser does that opens sheets in them only: until the press has been handled, what its
 * promises do at once included, and no longer. A press that a script makes is none.
 */
export function watchGestures(): Gestures {
  let handled: Event | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (event: Event): void => {
    if (!event.isTrusted) return;
    handled = event;
    clearTimeout(timer);
    // Should nobody let it through to the end.
    timer = setTimeout(end);
  };
  const end = (): void => {
    handled = undefined;
  };
  for (const type of GESTURES) {
    addEventListener(type, begin, true);
    addEventListener(type, end);
  }
  return {
    isNow: () => handled !== undefined,
    stop() {
      clearTimeout(timer);
      for (const type of GESTURES) {
        removeEventListener(type, begin, true);
        removeEventListener(type, end);
      }
    },
  };
}
