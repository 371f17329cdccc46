import { guardUrl, isPrivateHost } from '../core/guardUrl.js';
import { isId } from '../core/isId.js';
import { isToken } from '../core/isToken.js';
import { CheckoutError } from './checkoutError.js';
import { checkOptions } from './checkOptions.js';
import { createTokenCache, type TokenCache } from './createTokenCache.js';
import { findSumDifference } from './findSumDifference.js';
import type { PaymentLinkOptions } from './paymentLinkOptions.js';
import { type CheckoutPost, postToCheckout } from './postToCheckout.js';

/** A payment link, ready to be shared. Whoever has it can open the order: treat it as a secret. */
export type CreatedPaymentLink = {
  /** The link's own id, its secret part. */
  readonly id: string;
  /** Keep it with your order: a further link is made from it, and callbacks name it. */
  readonly sessionId: string;
  /** What the payer opens. */
  readonly paymentLink: string;
  /** The link as a QR code: a PNG image in base64, without `data:` in front. */
  readonly qrCode: string;
  /** When the link can no longer be opened, in epoch milliseconds on this machine's clock. Opened, it may end earlier. */
  readonly expiresAt: number;
};

/** By the way Checkout is asked, so that one test's Checkout never sees a token of another's. */
const tokenCaches = new WeakMap<object, TokenCache>();

/**
 * Makes a payment link for one order: authenticates, makes the session, and asks for its link. For your server only: who
 * has the credentials, or the token they buy, can change orders.
 *
 * Order and options are checked before anything is sent. Each call is tried three times at most; none of them moves money,
 * and a repeated one leaves nothing behind that anybody can pay.
 *
 * @param options - `apiUrl`, `credentials`, and `order` or `sessionId` are required.
 * @returns The link, its QR code, and the session's id.
 * @throws CheckoutError `options_invalid`, where nothing was sent; `unauthorized`, `forbidden`, `not_found`, `refused`,
 * `rate_limited`, `server`, `network`, `timeout`, `response_invalid`, or `aborted`.
 *
 * @example
 * ```ts
 * import { createPaymentLink } from 'altapay-js/server';
 *
 * const { paymentLink, qrCode } = await createPaymentLink({
 *   apiUrl: 'https://testgateway.altapaysecure.com/checkout/v1/api',
 *   credentials: { username, password },
 *   order: { orderId: 'A-1', amount: { value: 249.5, currency: 'DKK' } },
 *   callbacks: { notification: 'https://shop.example/callbacks/notification', bodyFormat: 'JSON' },
 *   url: 'https://shop.example/pay',
 * });
 * ```
 * @see AltaPay's CreatePaymentLink and Authentication (contract mark D)
 */
export async function createPaymentLink(options: PaymentLinkOptions): Promise<CreatedPaymentLink> {
  const apiUrl = checkOptions(options);
  const difference = options.order && findSumDifference(options.order);
  if (difference) options.onWarning?.(difference);

  const post = createPost(options, apiUrl);
  const sessionId = options.sessionId ?? (await createSession(post, options));
  const { url, size, validityTime = 20_160, activationTime = 10 } = options;
  const sentAt = Date.now();
  const answer = await post('make the payment link', `session/${sessionId}/link`, {
    ...(url !== undefined && { url: String(url) }),
    ...(size !== undefined && { size }),
    validityTime,
    activationTime,
  });
  return {
    ...readLink(answer, apiUrl),
    sessionId,
    expiresAt: sentAt + validityTime * 60_000,
  };
}

type Post = (step: string, path: string, json: unknown) => Promise<Record<string, unknown>>;

/** Posts with a token; should Checkout refuse one that was kept, once more with a new one. */
function createPost(options: PaymentLinkOptions, apiUrl: URL): Post {
  const { credentials, fetch, signal, reuseToken = true } = options;
  const timeouts = { attemptMs: 10_000, totalMs: 30_000, ...options.timeouts };
  const cache = reuseToken ? cacheOf(fetch ?? globalThis.fetch) : createTokenCache(Date.now);
  const key = JSON.stringify([apiUrl.href, credentials.username, credentials.password]);
  const send = async (request: Pick<CheckoutPost, 'step' | 'url' | 'authorization' | 'json'>) =>
    toRecord(await postToCheckout({ ...request, timeouts, signal, fetch }));

  const authenticate = async (): Promise<string> => {
    const step = 'authenticate';
    const authorization = `Basic ${toBase64(`${credentials.username}:${credentials.password}`)}`;
    const { token } = await send({ step, url: new URL('authenticate', apiUrl), authorization });
    if (!isToken(token)) throw unreadable('token');
    return token;
  };

  return async (step, path, json) => {
    const url = new URL(path, apiUrl);
    const token = await cache.get(key, authenticate);
    try {
      return await send({ step, url, authorization: `Bearer ${token}`, json });
    } catch (error) {
      if (!(error instanceof CheckoutError) || error.code !== 'unauthorized') throw error;
      cache.forget(key, token);
      const renewed = await cache.get(key, authenticate);
      return send({ step, url, authorization: `Bearer ${renewed}`, json });
    }
  };
}

async function createSession(post: Post, options: PaymentLinkOptions): Promise<string> {
  const { order, callbacks, configuration } = options;
  const { sessionId } = await post('make the session', 'session', {
    order,
    ...(callbacks && { callbacks }),
    ...(configuration && { configuration }),
  });
  if (!isId(sessionId)) throw unreadable('sessionId');
  return sessionId;
}

function readLink(
  answer: Record<string, unknown>,
  apiUrl: URL,
): Pick<CreatedPaymentLink, 'id' | 'paymentLink' | 'qrCode'> {
  const { id, paymentLink, qrCode } = answer;
  if (!isId(id)) throw unreadable('id');
  const link = guardUrl(paymentLink, { allowPrivateHttp: isPrivateHost(apiUrl.hostname) });
  if (!link) throw unreadable('paymentLink');
  if (typeof qrCode !== 'string' || qrCode === '') throw unreadable('qrCode');
  return { id, paymentLink: link.href, qrCode: qrCode.replace(/^data:[^,]*,/, '') };
}

function cacheOf(ask: object): TokenCache {
  const cache = tokenCaches.get(ask) ?? createTokenCache(Date.now);
  tokenCaches.set(ask, cache);
  return cache;
}

function toRecord(answer: unknown): Record<string, unknown> {
  return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {};
}

function unreadable(field: string): CheckoutError {
  return new CheckoutError('response_invalid', `Checkout's answer has no readable ${field}.`);
}

/** Of the text's UTF-8 bytes (RFC 7617). */
function toBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
