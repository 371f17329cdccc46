import type { Fault } from '../../../src/sandbox/index.js';

/** A fault without the request that it is for. */
export type Kind = Fault extends infer F ? (F extends Fault ? Omit<F, 'match' | 'times'> : never) : never;

/** Makes faults for one request: `failing('POST /payment')({ kind: 'reset' }, 'always')`. */
export const failing =
  (match: Fault['match']) =>
  (kind: Kind, times: Fault['times'] = 1): Fault => ({ match, times, ...kind });
