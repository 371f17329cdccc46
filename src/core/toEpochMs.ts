/**
 * Reads a point in time.
 *
 * @param raw - ISO 8601 text with `Z` or an offset, or epoch milliseconds.
 * @returns Epoch milliseconds, or `undefined`: without an offset the text would mean another time on each phone.
 * @see ISO 8601, RFC 3339
 */
export function toEpochMs(raw: unknown): number | undefined {
  const isText = typeof raw === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(raw);
  const time = isText ? Date.parse(raw) : raw;
  return Number.isFinite(time) ? (time as number) : undefined;
}
