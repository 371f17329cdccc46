import { PaymentError } from '../errors.js';

type Issue = { readonly path: readonly PropertyKey[] };
type Schema<T> = {
  safeParse(
    raw: unknown,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
};

const unbuilt: (() => unknown)[] = [];

/**
 * Makes a parser whose schema is built when it is first needed, or by {@link buildParsers}.
 *
 * @param build - Builds the schema.
 * @returns A function from unknown to the schema's output. It throws {@link PaymentError} `response_invalid` whose `reason` is the
 * path of the first wrong field.
 */
export function lazyParser<T>(build: () => Schema<T>): (raw: unknown) => T {
  let schema: Schema<T> | undefined;
  const built = (): Schema<T> => (schema ??= build());
  unbuilt.push(built);
  return (raw) => {
    const result = built().safeParse(raw);
    if (result.success) return result.data;
    const path = result.error.issues[0]?.path ?? [];
    throw invalidResponse(path.length > 0 ? path.join('.') : 'body');
  };
}

/** Builds every schema now: it is slow on a phone, and the request that brings the answer can be in flight meanwhile. */
export function buildParsers(): void {
  for (const build of unbuilt.splice(0)) build();
}

/**
 * The error for an answer that is not what the contract says.
 *
 * @param path - The first wrong field, e.g. `order.amount.value`.
 * @returns The error, to be thrown.
 */
export function invalidResponse(path: string): PaymentError {
  return new PaymentError('response_invalid', `The API's answer is not what was agreed, at ${path}.`, {
    reason: path,
  });
}
