import { isId } from '../core/isId.js';
import { isPlainObject } from '../core/isPlainObject.js';

/** A payment that was asked for, until there is a definite answer. Its key is no secret, and of use to this session alone. */
export type KeptAttempt = {
  readonly sessionId: string;
  readonly methodId: string;
  readonly idempotencyKey: string;
};

const KEY = 'altapayAttempt';

/**
 * Keeps a payment that is being asked for over a reload, in this entry of the tab's history and nowhere else.
 *
 * @param attempt - Left out: there is a definite answer, and it is forgotten. A state that belongs to the page's router and
 *   is no plain object is left alone; then nothing is kept.
 */
export function keepAttempt(attempt?: KeptAttempt): void {
  const state: unknown = history.state ?? {};
  if (!isPlainObject(state) || (!attempt && !(KEY in state))) return;
  const { [KEY]: _, ...rest } = state;
  try {
    const next = attempt ? { ...rest, [KEY]: attempt } : rest;
    history.replaceState(Object.keys(next).length > 0 ? next : null, '');
  } catch {
    // A sandboxed document may not; the payer can still pay.
  }
}

/** The payment that was being asked for when this history entry was left. */
export function readKeptAttempt(): KeptAttempt | undefined {
  const kept = (history.state as Record<string, unknown> | null)?.[KEY];
  if (!isPlainObject(kept)) return undefined;
  const { sessionId, methodId, idempotencyKey } = kept;
  return [sessionId, methodId, idempotencyKey].every(isId) ? (kept as KeptAttempt) : undefined;
}
