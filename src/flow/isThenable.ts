/** Whether a merchant's answer is to be waited for. Not `instanceof`: pages patch `Promise`, and libraries bring their own. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}
