import { findContainer } from '../browser/findContainer.js';
import { isPrivateHost, guardUrl } from '../core/guardUrl.js';
import { PaymentError } from '../errors.js';
import type { MethodHandler } from '../options.js';
import type { EmbeddedOptions } from './embeddedOptions.js';
import { showFrame } from './showFrame.js';

const READY_MS = 15_000;

/**
 * A method handler that shows the gateway's own page in a frame of yours, instead of leaving for it. Nothing does so unless you
 * register it: a frame puts your page under more of PCI DSS, as the guide to hand-offs says.
 *
 * The payment is asked for once. Where the frame gives no sign of life, is refused, or is of an origin that you have not named,
 * the payer goes on at the same address by the way of every other payment.
 *
 * @param options - See {@link EmbeddedOptions}.
 * @returns For `methodHandlers`, by the method's type.
 * @throws PaymentError `options_invalid`, naming the option and what is wanted.
 * @example
 * ```ts
 * import { initFromQR } from 'altapay-js';
 * import { embedded } from 'altapay-js/embedded';
 *
 * await initFromQR({
 *   apiUrl: 'https://testgateway.altapaysecure.com/checkout/v1/api',
 *   container: '#payment',
 *   methodHandlers: {
 *     CARD: embedded({ container: '#card', origins: ['https://testgateway.altapaysecure.com'] }),
 *   },
 * });
 * ```
 */
export function embedded(options: EmbeddedOptions): MethodHandler {
  const { container, origins, readyMs = READY_MS } = options;
  check(
    'container',
    typeof container === 'string' || container instanceof Element,
    'an element or a selector',
  );
  check(
    'origins',
    Array.isArray(origins) && origins.length > 0 && origins.every(isOrigin),
    'a list of origins such as ["https://testgateway.altapaysecure.com"]',
  );
  check('readyMs', typeof readyMs === 'number' && readyMs > 0, 'a number of milliseconds above 0');
  return {
    async start({ method, signal, initiate }) {
      // Before anything is asked for: a payment without a place to show it would be lost.
      const place = await findContainer(container);
      const initiation = await initiate();
      const allowPrivateHttp = location.protocol === 'http:' && isPrivateHost(location.hostname);
      const url = guardUrl(initiation.url, { allowPrivateHttp });
      // The SDK's own guard has the last word on it.
      if (!url || !origins.includes(url.origin)) return { type: 'redirect', initiation };
      const end = await showFrame(
        place,
        url,
        { ...options, readyMs, title: options.title ?? method.name },
        signal,
      );
      return end === 'redirect' ? { type: end, initiation } : { type: end };
    },
  };
}

function isOrigin(text: unknown): boolean {
  try {
    return new URL(text as string).origin === text;
  } catch {
    return false;
  }
}

function check(option: string, fits: boolean, wanted: string): void {
  if (!fits) throw new PaymentError('options_invalid', `embedded: option "${option}" must be ${wanted}.`);
}
