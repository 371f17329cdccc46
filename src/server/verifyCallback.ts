import type { Callback } from './callback.js';
import { CheckoutError } from './checkoutError.js';
import { invalid } from './checkOptions.js';
import { parseCallback } from './parseCallback.js';

export type VerifyOptions = {
  /**
   * How old a callback may be, or how far ahead its clock, in milliseconds. What is older may have been caught and sent again.
   *
   * @default 300_000, which is 5 minutes
   */
  readonly toleranceMs?: number | undefined;
  /**
   * Epoch milliseconds.
   *
   * @default Date.now()
   */
  readonly now?: number | undefined;
};

/** CallbackSecurity (mark D): 16 at least, 32 advised. With a short key anyone could sign. */
const SHORTEST_SECRET = 16;
/** Keys in rotation are a few; each costs a computation, and the header comes from anybody. */
const MOST_SIGNATURES = 10;
const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' };

/**
 * Tells whether a callback comes from Checkout, and what it says. Nothing of it is read before its signature is right.
 *
 * `AltaPay-Signature: t=<timestamp>;s0=<hex>;s1=<hex>…`: each signature is an HMAC-SHA256 over the raw body, a dot, and the
 * timestamp, one for every key in rotation. One that is right is enough.
 *
 * A callback that is right can still come twice, late, or after the payer has come back, and may be about another amount:
 * compare amount and currency with your order, and let a second one of the same payment change nothing.
 *
 * @param rawBody - The bytes as they came: a body that was parsed and written again has another signature.
 * @param signatureHeader - The header `AltaPay-Signature`, or what your framework gives where there is none.
 * @param secrets - The key in use, and while keys are changed also the one before or after it; each at least 16 characters.
 * @param options - Tolerance and clock.
 * @returns What the callback says. XML, the default of `bodyFormat`, is handed on as it is.
 * @throws CheckoutError `signature_missing`, `signature_malformed`, `signature_wrong`, `signature_stale`, `callback_malformed`; or
 * `options_invalid` for a short secret.
 *
 * @example
 * ```ts
 * import { isCheckoutError, verifyCallback } from 'altapay-js/server';
 *
 * const rawBody = new Uint8Array(await request.arrayBuffer());
 * const callback = await verifyCallback(rawBody, request.headers.get('AltaPay-Signature'), [secret]);
 * if (callback.format !== 'XML') console.log(callback.payment.status);
 * ```
 * @see AltaPay's CallbackSecurity (contract mark D)
 */
export async function verifyCallback(
  rawBody: Uint8Array | ArrayBuffer | string,
  signatureHeader: string | null | undefined,
  secrets: readonly string[],
  { toleranceMs = 300_000, now = Date.now() }: VerifyOptions = {},
): Promise<Callback> {
  checkArguments(secrets, toleranceMs);
  const { timestamp, signatures } = parseHeader(signatureHeader);
  const body = typeof rawBody === 'string' ? new TextEncoder().encode(rawBody) : new Uint8Array(rawBody);
  if (!(await isSigned(body, timestamp, signatures, secrets)))
    throw new CheckoutError('signature_wrong', 'The signature of the callback fits none of the secrets.');

  const seconds = Math.round((now - toMilliseconds(timestamp)) / 1000);
  if (Math.abs(seconds) * 1000 > toleranceMs) {
    const when = seconds > 0 ? `${seconds} s ago` : `${-seconds} s in the future`;
    throw new CheckoutError(
      'signature_stale',
      `The callback was signed ${when}, which is not within the tolerance.`,
    );
  }
  return parseCallback(new TextDecoder().decode(body));
}

function checkArguments(secrets: readonly string[], toleranceMs: number): void {
  const isShort = (secret: unknown): boolean => typeof secret !== 'string' || secret.length < SHORTEST_SECRET;
  if (!Array.isArray(secrets) || secrets.length === 0 || secrets.some(isShort))
    throw invalid([
      {
        field: 'secrets',
        message: `must be at least one text, each of at least ${SHORTEST_SECRET} characters`,
      },
    ]);
  if (!(toleranceMs >= 0))
    throw invalid([{ field: 'toleranceMs', message: 'must be milliseconds, 0 or more' }]);
}

function parseHeader(header: string | null | undefined) {
  if (!header) throw new CheckoutError('signature_missing', 'The callback has no header AltaPay-Signature.');
  const fields = header.split(';').map((field) => field.trim().split('='));
  const timestamps = fields.filter(([name]) => name === 't').map(([, value]) => value ?? '');
  const signatures = fields
    .filter(([name, hex]) => /^s\d+$/.test(name ?? '') && /^[\da-f]{64}$/i.test(hex ?? ''))
    .map(([, hex]) => toBytes(hex ?? ''));
  const [timestamp = ''] = timestamps;
  if (timestamps.length !== 1 || !/^\d{10}(\d{3})?$/.test(timestamp))
    throw new CheckoutError('signature_malformed', 'AltaPay-Signature has no readable t.');
  if (signatures.length === 0 || signatures.length > MOST_SIGNATURES)
    throw new CheckoutError('signature_malformed', 'AltaPay-Signature has no readable s0.');
  return { timestamp, signatures };
}

/** Compared by WebCrypto, in a time that does not tell how much of a signature was right. */
async function isSigned(
  body: Uint8Array,
  timestamp: string,
  signatures: readonly Uint8Array<ArrayBuffer>[],
  secrets: readonly string[],
): Promise<boolean> {
  const signed = new Uint8Array([...body, ...new TextEncoder().encode(`.${timestamp}`)]);
  const checks = secrets.flatMap(async (secret) => {
    const bytes = new TextEncoder().encode(secret);
    const key = await crypto.subtle.importKey('raw', bytes, ALGORITHM, false, ['verify']);
    return Promise.all(
      signatures.map((signature) => crypto.subtle.verify(ALGORITHM, key, signature, signed)),
    );
  });
  return (await Promise.all(checks)).flat().includes(true);
}

/** Seconds or, with three digits more, milliseconds. */
function toMilliseconds(timestamp: string): number {
  return Number(timestamp.padEnd(13, '0'));
}

function toBytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
