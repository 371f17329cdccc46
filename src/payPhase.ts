import { initiatePayment, type PaymentApi } from './api/initiatePayment.js';
import { retryRequest } from './api/retryRequest.js';
import { performHandOff } from './browser/performHandOff.js';
import { createIdempotencyKey } from './core/idempotency.js';
import { transition } from './core/transition.js';
import { createPaying } from './flow/createPaying.js';
import type { PayDeskParts, Paying } from './flow/sessionPlan.js';

/**
 * What a page does not need to show the picker: paying, and sending a failed load again. Loaded once the picker stands, or
 * at once where it is wanted. Bundled apart from the script tag's first part, so nothing here may rely on sharing a value with it.
 */
export const payPhase = {
  retryRequest,
  transition,

  /** Joins a session's payments to the page. */
  createPaying(parts: PayDeskParts, sendPayment: PaymentApi['sendPayment']): Paying {
    const { settings, allowPrivateHttp } = parts;
    const { apiUrl, apiHosts, navigate } = settings;
    const api = { apiUrl, apiHosts, allowPrivateHttp, sendPayment };
    return createPaying({
      ...parts,
      payEffects: {
        pay: (payment, signal) => initiatePayment(payment, signal, api),
        handOff: (url, onBlocked) => performHandOff(url, onBlocked, navigate),
        createKey: () => createIdempotencyKey((bytes) => crypto.getRandomValues(bytes)),
      },
    });
  },
};
