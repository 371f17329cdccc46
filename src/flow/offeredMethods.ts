import type { PaymentMethod } from '../core/session.js';
import type { MethodHandler } from '../options.js';

const CHECK_MS = 2_000;

/** The merchant's own handler of a method: by its type, its named handler, or the check it asks for. */
export function handlerFor(
  { type, jsMethodHandler, onRenderCheck }: PaymentMethod,
  handlers: ReadonlyMap<string, MethodHandler>,
): MethodHandler | undefined {
  return handlers.get(type) ?? handlers.get(jsMethodHandler ?? '') ?? handlers.get(onRenderCheck?.type ?? '');
}

/**
 * The methods that can be used on this page, in their order. One that asks for a check nobody here can make is left out:
 * the payer would only find out after choosing it.
 */
export async function offeredMethods(
  methods: readonly PaymentMethod[],
  handlers: ReadonlyMap<string, MethodHandler>,
): Promise<readonly PaymentMethod[]> {
  const checks = methods.map(async (method) => {
    const handler = handlerFor(method, handlers);
    if (handler?.canShow) return inTime(async () => handler.canShow?.(method));
    // `warnOfOddMethods` tells the developer.
    return handler !== undefined || !method.onRenderCheck;
  });
  const shown = await Promise.all(checks);
  return methods.filter((_, index) => shown[index]);
}

// A check that throws or hangs must not keep the payer from the other methods.
async function inTime(check: () => Promise<boolean | undefined>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), CHECK_MS);
  });
  const answer = await Promise.race([check().catch(() => undefined), tooLate]);
  clearTimeout(timer);
  return answer === true;
}
