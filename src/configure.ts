import type { SessionOptions } from './options.js';

let defaults: Partial<SessionOptions> = {};

/**
 * Sets options for every session that begins after it, so that they need not be repeated. A session's own options win.
 *
 * @param options - Any of {@link SessionOptions}; they are checked when a session begins.
 * @example
 * ```ts
 * AltaPay.configure({ apiUrl: 'https://testgateway.altapaysecure.com/checkout/v1/api' });
 * AltaPay.initiate(token, sessionId);
 * ```
 */
export function configure(options: Partial<SessionOptions>): void {
  defaults = { ...defaults, ...options };
}

/** What `configure` has been given so far. */
export function configuredOptions(): Partial<SessionOptions> {
  return defaults;
}
