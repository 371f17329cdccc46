import { isPaymentError, PaymentError } from '../errors.js';
import { withinTime } from './withinTime.js';

/** The most that an answer may weigh, in bytes. */
const MOST_BYTES = 2 ** 20;

/**
 * One attempt at a request, from its first byte out to its last byte in: `fetch` resolves with the headers, so the time
 * limit and the size limit must cover the body as well.
 *
 * @param request - What to send; its signal ends the attempt early.
 * @param limitMs - Time limit of this attempt in milliseconds.
 * @throws PaymentError `timeout`, `offline`, `network`, `response_invalid` (`redirect`, `size`); or the signal's reason.
 */
export function fetchWhole(
  request: Request,
  limitMs: number,
  fetchOne: typeof fetch = globalThis.fetch.bind(globalThis),
): Promise<Response> {
  return withinTime(request.signal, limitMs, async (signal) => {
    try {
      // Whatever is given beside a request takes its referrer policy away.
      const response = await fetchOne(request, { signal, referrerPolicy: 'no-referrer' });
      const { status, headers } = response;
      // `redirect: 'manual'` shows a redirect as such; followed, it would carry the token to another host.
      if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
        throw new PaymentError('response_invalid', 'The API answered with a redirect.', {
          reason: 'redirect',
        });
      return new Response((await readBody(response)) || null, { status, headers });
    } catch (cause) {
      throw isPaymentError(cause) ? cause : unreachable(cause);
    }
  });
}

async function readBody(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const part = await reader?.read().catch((cause: unknown) => {
      throw new PaymentError('network', 'The answer broke off.', { reason: 'truncated', cause });
    });
    if (!part || part.done) return text + decoder.decode();
    bytes += part.value.length;
    if (bytes > MOST_BYTES)
      throw new PaymentError('response_invalid', 'The answer is larger than 1 MiB.', { reason: 'size' });
    text += decoder.decode(part.value, { stream: true });
  }
}

function unreachable(cause: unknown): PaymentError {
  return globalThis.navigator?.onLine === false
    ? new PaymentError('offline', 'The device is offline.', { cause })
    : new PaymentError('network', 'The API could not be reached: connection, CORS or a blocker.', { cause });
}
