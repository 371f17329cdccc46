import type { Fault } from './fault.js';

const KINDS = ['noHeaders', 'drip', 'truncatedBody', 'reset', 'refuse', 'killAfterBody'] as const;
const MARK = Symbol.for('altapay-js.sandbox.connectionFault');

/** What is to become of a connection in place of a whole answer; see {@link connectionFaultOf}. */
export type ConnectionFault = (typeof KINDS)[number];

/**
 * Tells how the connection is to break that an answer of the sandbox would go out on. A fetch handler has no connection, so
 * the server around it must obey; one that does not, sends the answer as it is.
 *
 * - `noHeaders`: never answer.
 * - `drip`: send the answer, a byte at a time.
 * - `truncatedBody`: announce the whole answer and break off within it.
 * - `reset`, `killAfterBody`: reset the connection; the request was not handled, or it was.
 * - `refuse`: close the connection.
 *
 * @param response - What `sandbox.fetch` answered.
 * @returns The fault, or `undefined` where the answer is to be sent.
 * @example
 * ```ts
 * const response = await sandbox.fetch(request);
 * if (connectionFaultOf(response) === 'reset') socket.resetAndDestroy();
 * ```
 */
export function connectionFaultOf(response: Response): ConnectionFault | undefined {
  return (response as { [MARK]?: ConnectionFault })[MARK];
}

/** Notes on an answer how its connection is to break: a property, for a header would reach the payer's browser. */
export function markConnectionFault(response: Response, fault: Fault | undefined): void {
  const kind = KINDS.find((candidate) => candidate === fault?.kind);
  if (kind) Object.defineProperty(response, MARK, { value: kind });
}
