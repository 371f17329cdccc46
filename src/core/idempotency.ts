/**
 * Makes the key by which an API recognises one and the same payment attempt: a UUID of version 4.
 *
 * @param random - Fills and returns the bytes, e.g. `(bytes) => crypto.getRandomValues(bytes)`.
 * @returns 36 characters, lower case.
 * @example
 * ```ts
 * createIdempotencyKey((bytes) => crypto.getRandomValues(bytes)); // '0f8fad5b-d9cb-469f-a165-70867728950e'
 * ```
 * @see RFC 9562, section 5.4; draft-ietf-httpapi-idempotency-key-header
 */
export function createIdempotencyKey(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const bytes = random(new Uint8Array(16));
  bytes[6] = (Number(bytes[6]) & 0x0f) | 0x40;
  bytes[8] = (Number(bytes[8]) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
