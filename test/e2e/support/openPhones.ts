import type { EnginePhone } from './enginePage.js';

type Allowed = { readonly allowed?: readonly RegExp[] };

/**
 * Opens the phones of one test, and closes them after it; each has to be clean then, but for what its test allows.
 *
 * @param onCleanup - The fixture's.
 * @param open - Opens one.
 */
export function openPhones<P extends EnginePhone, O extends object>(
  onCleanup: (close: () => Promise<void>) => void,
  open: (options: Omit<O, 'allowed'>) => Promise<P>,
): (options?: O & Allowed) => Promise<P> {
  const phones: { phone: P; allowed: readonly RegExp[] }[] = [];
  onCleanup(async () => {
    const checks = phones.map(({ phone, allowed }) => phone.expectClean(...allowed));
    const results = await Promise.allSettled(checks);
    await Promise.all(phones.map(({ phone }) => phone.context.close()));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  });
  return async ({ allowed = [], ...options } = {} as O & Allowed) => {
    const phone = await open(options);
    phones.push({ phone, allowed });
    return phone;
  };
}
