import { createCheckoutApi, type CheckoutApi } from './api/createCheckoutApi.js';
import { findContainer } from './browser/findContainer.js';
import { hasKeptAttempt } from './browser/hasKeptAttempt.js';
import { isSecurePage } from './browser/isSecurePage.js';
import { onRemoved } from './browser/onRemoved.js';
import { onWakeUp } from './browser/onWakeUp.js';
import { takeEarlyStart } from './browser/takeEarlyStart.js';
import { buildParsers } from './core/lazyParser.js';
import { warmFormats } from './core/money.js';
import type { PaymentLink } from './core/session.js';
import type { Answer } from './core/sessionState.js';
import { PaymentError } from './errors.js';
import type { PayPlan } from './flow/payPlan.js';
import type { Opened, SessionPlan } from './flow/sessionPlan.js';
import { createTexts } from './i18n/createTexts.js';
import { createPayPhaseLoader } from './createPayPhaseLoader.js';
import type { Settings } from './options.js';
import { mountPicker } from './ui/mountPicker.js';

/**
 * Joins a session's flow to the page: the API it asks, the picker it draws, the browser it listens to.
 *
 * @param settings - Checked options.
 * @param readLink - The link to open now; may throw what is wrong with it.
 */
export function connectPage(settings: Settings, readLink: () => PaymentLink): PayPlan {
  const page = { protocol: location.protocol, hostname: location.hostname };
  const allowPrivateHttp = settings.apiUrl.protocol === 'http:' && isSecurePage(settings.apiUrl, page);
  const loadPayPhase = createPayPhaseLoader(settings.timeouts.loadMs);
  let api: CheckoutApi;

  const open: SessionPlan['effects']['open'] = async (signal, warn) => {
    const link = readLink();
    if (!isSecurePage(settings.apiUrl, page))
      throw new PaymentError('insecure_context', 'Page and option "apiUrl" must both be reached by https.');
    const token = 'token' in link ? link.token : undefined;
    api = createCheckoutApi({
      ...settings,
      token,
      allowPrivateHttp,
      warn,
      loadRest: loadPayPhase,
      // What the page began itself did not go the merchant's way.
      takeEarlyStart: settings.fetch ? undefined : takeEarlyStart,
    });
    const answer = 'linkId' in link ? activate(api, link, signal) : readSession(api, link, signal);
    // Slow on a phone, and needed for the answer; the request is on its way meanwhile.
    setTimeout(buildParsers);
    setTimeout(warmFormats);
    return answer;
  };

  return {
    settings,
    allowPrivateHttp,
    readLink,
    async loadPayPhase(signal) {
      const { createPaying, ...rest } = await loadPayPhase(signal);
      return {
        ...rest,
        createPaying: (parts) => createPaying(parts, (sending) => api.sendPayment(sending)),
      };
    },
    effects: {
      open,
      ask: async (signal) => readSession(api, readLink(), signal),
      mountPicker: (container, handlers) => mountPicker(container, handlers, settings.appearance),
      findContainer,
      onRemoved,
      onWakeUp,
      createTexts: (onChange) =>
        createTexts(
          [settings.locale, document.documentElement.lang, ...(navigator.languages ?? [])],
          settings.messages,
          onChange,
        ),
      isOffline: () => navigator.onLine === false,
      hasKeptAttempt,
    },
  };
}

async function activate(
  api: CheckoutApi,
  link: { sessionId: string; linkId: string },
  signal: AbortSignal,
): Promise<Opened> {
  const { session, paymentMethods, serverTime, expiresAt } = await api.activateLink(link, signal);
  return { answer: ofLink(link, { session, paymentMethods }), serverTime, expiresAt };
}

// In parallel: one after the other costs a round trip more (mark D, C).
async function readSession(api: CheckoutApi, link: PaymentLink, signal: AbortSignal): Promise<Opened> {
  const [session, paymentMethods] = await Promise.all([
    api.getSession(link.sessionId, signal),
    api.getPaymentMethods(link.sessionId, signal),
  ]);
  return { answer: ofLink(link, { session, paymentMethods }) };
}

// The payer must never be shown one order and pay another.
function ofLink({ sessionId }: PaymentLink, answer: Answer): Answer {
  if (answer.session.sessionId === sessionId) return answer;
  throw new PaymentError('response_invalid', 'The API answered for another session.', {
    reason: 'sessionId',
  });
}
