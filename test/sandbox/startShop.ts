import { expect } from 'vitest';
import { sandboxCallbackSecret } from '../../src/sandbox/index.js';
import { order, startCheckout } from './checkoutClient.js';

export const NOTIFICATION = 'https://shop.test/notification';
export const SUCCESS = 'https://shop.test/success';
export const FAILURE = 'https://shop.test/failure';
export const callbacks = {
  success: { type: 'URL', value: SUCCESS },
  failure: { type: 'URL', value: FAILURE },
  notification: NOTIFICATION,
};

export type Call = {
  readonly url: string;
  readonly body: string;
  readonly signature: string;
  readonly redirect?: string;
};

/** A shop that writes down what it is sent and gives `answer`. */
export async function startShop(
  answer: () => Response = () =>
    new Response('<p>Thank you</p>', { headers: { 'Content-Type': 'text/html' } }),
) {
  const calls: Call[] = [];
  const sendCallback = (async (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    expect(init.method).toBe('POST');
    expect(headers.get('Content-Type')).toBe('application/x-www-form-urlencoded');
    calls.push({
      url,
      body: init.body as string,
      signature: headers.get('AltaPay-Signature') ?? '',
      redirect: init.redirect!,
    });
    return answer();
  }) as typeof fetch;
  const checkout = await startCheckout({ sendCallback });
  return { ...checkout, calls, callbacks, order, secret: sandboxCallbackSecret };
}
