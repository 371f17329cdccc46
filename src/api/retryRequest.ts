import ky from 'ky';
import type { Attempt } from './attempt.js';
import { mayPass, type Failure } from './mayPass.js';

/**
 * Sends a load again after a first attempt that may have failed by chance: at most twice, within the time that is left.
 *
 * @param request - What to send.
 * @param first - The attempt that has failed; it counts as the first of three.
 * @param attempt - Makes one more.
 * @param deadline - When the load's budget ends, in milliseconds of `performance.now()`: the phone's own clock may jump.
 * @throws PaymentError of the last attempt.
 */
export async function retryRequest(
  request: Request,
  first: Promise<Response>,
  attempt: Attempt,
  deadline: number,
): Promise<Response> {
  let failed: Promise<Response> | undefined = first;
  return ky(request, {
    timeout: false,
    fetch(again) {
      const answer = failed ?? attempt(again as Request);
      failed = undefined;
      return answer;
    },
    retry: retryWithin(deadline),
  });
}

export type RetryRequest = typeof retryRequest;

/** When ky is to try again: what may pass by itself, at most twice, and as late as the API wants it. */
export function retryWithin(deadline: number) {
  let atLeastMs = 0;
  return {
    limit: 2,
    methods: ['get', 'post'],
    shouldRetry({ error }: { error: object }): boolean {
      const failure: Failure = error;
      const { status, retryAfterMs = 0 } = failure;
      const busy = status === 429 || status === 503;
      atLeastMs = Math.max(busy ? 1_000 : 0, retryAfterMs);
      return mayPass(failure) && performance.now() + atLeastMs < deadline;
    },
    delay: (count: number) => 400 * 2 ** (count - 1),
    jitter: (ms: number) => Math.max(atLeastMs, Math.random() * ms),
  };
}
