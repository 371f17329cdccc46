/** Keeps the tokens of merchants until shortly before they run out. Callers who come together wait for one. */
export type TokenCache = {
  /** The token kept under `key`, or a new one by `authenticate`. */
  get(key: string, authenticate: () => Promise<string>): Promise<string>;
  /** Forgets a token that Checkout has refused. */
  forget(key: string, token: string): void;
};

/** A request begun with a token must not outlive it. */
const SPARE_MS = 60_000;

/** @param now - Epoch milliseconds, as tokens tell them. */
export function createTokenCache(now: () => number): TokenCache {
  const kept = new Map<string, { readonly token: string; readonly until: number }>();
  const asking = new Map<string, Promise<string>>();

  return {
    async get(key, authenticate) {
      for (const [other, { until }] of kept) if (until <= now()) kept.delete(other);
      const known = kept.get(key);
      if (known) return known.token;
      const running =
        asking.get(key) ??
        authenticate()
          .then((token) => {
            const until = readExpiry(token) - SPARE_MS;
            if (until > now()) kept.set(key, { token, until });
            return token;
          })
          .finally(() => asking.delete(key));
      asking.set(key, running);
      return running;
    },
    forget(key, token) {
      if (kept.get(key)?.token === token) kept.delete(key);
    },
  };
}

/** `exp` in epoch milliseconds (RFC 7519); 0 where the token does not tell: such a token is used once. */
function readExpiry(token: string): number {
  try {
    const payload = token.split('.')[1] ?? '';
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown };
    return typeof claims.exp === 'number' ? claims.exp * 1000 : 0;
  } catch {
    return 0;
  }
}
