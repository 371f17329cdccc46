/** A door that requests wait at, so that a test decides what has happened before one is answered. */
export type Gate = {
  /** Waits if the gate is shut and the request is one it is for. */
  pass(request: Request): Promise<void>;
  /** How many wait now. */
  waiting(): number;
  /** All that it has been shut for so far, in order; none has been read. */
  readonly requests: readonly Request[];
  /** Lets everyone through, from now on. */
  open(): void;
};

/** @param pattern - Tried on method and path, e.g. `POST /checkout/v1/api/payment`. */
export function createGate(pattern: RegExp): Gate {
  const requests: Request[] = [];
  let waiting = 0;
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    async pass(request) {
      const { method, url } = request;
      if (!pattern.test(`${method} ${new URL(url).pathname}`)) return;
      requests.push(request);
      waiting += 1;
      await opened;
      waiting -= 1;
    },
    waiting: () => waiting,
    requests,
    open,
  };
}
