import { createCallbackSender } from './callbacks.js';
import type { Checkout } from './checkout.js';
import { defaultMethods } from './methods.js';
import { sandboxCallbackSecret } from './sandboxCallbackSecret.js';
import type { SandboxOptions } from './sandboxOptions.js';
import { createStore } from './store.js';
import { createTokens } from './tokens.js';

/** What the routes of one sandbox share. Throws a TypeError where an option cannot be meant so. */
export function createCheckout(options: SandboxOptions): Checkout {
  const clock = options.clock ?? Date.now;
  const secret = options.callbackSecret ?? sandboxCallbackSecret;
  if (secret.length < 16) throw new TypeError('callbackSecret must have at least 16 characters.');
  const store = createStore(options.storage);
  const now = (): number => clock() + store.state.clockOffset;
  const send: typeof fetch = (input, init) => (options.sendCallback ?? globalThis.fetch)(input, init);
  const publicOrigin = options.publicUrl === undefined ? undefined : new URL(options.publicUrl).origin;
  return {
    store,
    now,
    tokens: createTokens(now),
    methods: options.methods ?? defaultMethods,
    merchant: options.merchant ?? { name: 'Sandbox shop' },
    callbacks: createCallbackSender(send, secret, clock),
    origin: (request) => publicOrigin ?? new URL(request.url).origin,
  };
}
