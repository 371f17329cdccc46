import { createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE_MS = 5 * 60_000;

/**
 * Checks that a callback comes from Checkout: `AltaPay-Signature: t=<timestamp>;s0=<hex>;s1=<hex>…`, each signature an
 * HMAC-SHA256 over the raw body, a dot, and the timestamp. While keys are changed there is one signature a key, and one
 * that matches is enough.
 *
 * @param {object} callback
 * @param {Uint8Array} callback.rawBody  The bytes as they came: a body parsed and written again has another signature.
 * @param {string | undefined} callback.header
 * @param {readonly string[]} callback.secrets  The key in use, and during a change also the one before or after it.
 * @param {number} [callback.now]  Epoch milliseconds.
 * @returns {'valid' | 'missing' | 'malformed' | 'stale' | 'wrong'}
 */
export function verifySignature({ rawBody, header, secrets, now = Date.now() }) {
  // With an empty key anyone could sign.
  if (!secrets.length || secrets.some(({ length }) => length < 16))
    throw new TypeError('Every callback secret has at least 16 characters.');
  if (!header) return 'missing';
  const fields = header.split(';').map((field) => field.trim().split('='));
  const timestamp = fields.find(([name]) => name === 't')?.[1] ?? '';
  const signatures = fields.filter(([name]) => /^s\d+$/.test(name ?? '')).map(([, hex]) => hex ?? '');
  if (!/^\d{10}(\d{3})?$/.test(timestamp) || signatures.length === 0) return 'malformed';

  // An old callback, caught and sent again, has a good signature too.
  if (Math.abs(now - toMilliseconds(timestamp)) > TOLERANCE_MS) return 'stale';

  const expected = secrets.map((secret) =>
    createHmac('sha256', secret).update(rawBody).update(`.${timestamp}`).digest(),
  );
  const matches = signatures.some((hex) =>
    expected.some((digest) => isSame(Buffer.from(hex, 'hex'), digest)),
  );
  return matches ? 'valid' : 'wrong';
}

/** @param {string} timestamp  Seconds or, with three digits more, milliseconds. */
function toMilliseconds(timestamp) {
  return Number(timestamp.padEnd(13, '0'));
}

/**
 * @param {Buffer} given
 * @param {Buffer} expected
 */
function isSame(given, expected) {
  return given.length === expected.length && timingSafeEqual(given, expected);
}
