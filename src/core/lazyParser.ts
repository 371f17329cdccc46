import { PaymentError } from '../errors.js';

type Result<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly { readonly path?: readonly unknown[] | undefined }[] };

/** What every schema of zod can do by the Standard Schema specification, version 1: the least that has to be loaded. */
type Schema<T> = { '~standard': { validate(raw: unknown): Result<T> | Promise<Result<T>> } };

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
    // Ours hold nothing that waits, so the answer is never a promise.
    const result = built()['~standard'].validate(dropNulls(raw)) as Result<T>;
    if (!result.issues) return result.value;
    throw invalidResponse(result.issues[0]?.path?.join('.') || 'body');
  };
}

// To the API, `null` and a field that is not there mean the same.
function dropNulls(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null));
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
