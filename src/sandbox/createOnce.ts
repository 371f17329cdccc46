import { Problem } from './problem.js';
import type { State } from './store.js';

/** Runs a request at most once per key. Knows which keys are being worked on; those must not outlive a restart. */
export type Once = (state: State, request: KeyedRequest, run: () => Promise<Response>) => Promise<Response>;

/** A request with an idempotency key. The answer is kept as long as the session is. */
export type KeyedRequest = { readonly key: string; readonly sessionId: string; readonly body: string };

/**
 * The `Idempotency-Key` rules (draft-ietf-httpapi-idempotency-key-header): the same key and body get the first answer
 * again, the same key with another body is refused, and so is a key whose first request is still under way.
 */
export function createOnce(): Once {
  const inProgress = new Set<string>();
  return async (state, { key, sessionId, body }, run) => {
    if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
      throw new Problem(400, 'KEY_MALFORMED', 'An Idempotency-Key is 1 to 255 visible ASCII characters.');
    }
    if (!state.counts.keys.includes(key)) state.counts.keys.push(key);
    if (inProgress.has(key)) {
      throw new Problem(
        409,
        'KEY_IN_PROGRESS',
        'The first request with this Idempotency-Key is still under way.',
      );
    }
    inProgress.add(key);
    try {
      const fingerprint = await sha256(body);
      const kept = state.keys.get(key);
      if (kept && kept.fingerprint !== fingerprint) {
        throw new Problem(422, 'KEY_REUSED', 'This Idempotency-Key was used for another request.');
      }
      if (kept) {
        return new Response(kept.body, {
          status: kept.status,
          headers: { 'Content-Type': kept.contentType },
        });
      }
      const response = await run();
      if (isDefinite(response.status)) {
        const contentType = response.headers.get('Content-Type') ?? 'application/json';
        const text = await response.clone().text();
        const { status } = response;
        state.keys.set(key, { key, sessionId, fingerprint, status, contentType, body: text });
      }
      return response;
    } finally {
      inProgress.delete(key);
    }
  };
}

/** Says for good that a payment was, or was not, created; the others say "ask again". */
function isDefinite(status: number): boolean {
  return status < 500 && ![401, 403, 408, 425, 429].includes(status);
}

/** The body's digest is kept and not the body: it may hold what a wallet said about a card. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
