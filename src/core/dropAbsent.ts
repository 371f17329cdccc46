type Absent = null | undefined;
type MayBeAbsent<T, K extends keyof T> = Extract<T[K], Absent> extends never ? false : true;
type Present<T> = {
  readonly [K in keyof T as MayBeAbsent<T, K> extends false ? K : never]: T[K];
} & {
  readonly [K in keyof T as MayBeAbsent<T, K> extends true ? K : never]?: Exclude<T[K], Absent>;
};

/**
 * Copies an object without the fields that hold nothing, so that an absent field is absent and not `undefined` or `null`.
 *
 * @param fields - The object.
 * @returns The copy.
 */
export function dropAbsent<T extends object>(fields: T): Present<T> {
  const present = Object.entries(fields).filter(([, value]) => (value ?? undefined) !== undefined);
  return Object.fromEntries(present) as Present<T>;
}
