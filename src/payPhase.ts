import { initiatePayment, type PaymentApi } from './api/initiatePayment.js';
import { readRefusal } from './api/readRefusal.js';
import { retryRequest } from './api/retryRequest.js';
import { isInAppBrowser } from './browser/isInAppBrowser.js';
import { joinTabs } from './browser/joinTabs.js';
import { keepAttempt, readKeptAttempt } from './browser/keepAttempt.js';
import { performHandOff } from './browser/performHandOff.js';
import { watchDesk } from './browser/watchDesk.js';
import { createIdempotencyKey } from './core/idempotency.js';
import { transition } from './core/transition.js';
import { createExpiry } from './flow/createExpiry.js';
import { createHoldBack } from './flow/createHoldBack.js';
import { createPayButtonLook } from './flow/createPayButtonLook.js';
import { createPaying } from './flow/createPaying.js';
import { loadFurther } from './flow/loadFurther.js';
import type { PayDeskParts, Paying } from './flow/payPlan.js';
import { reportError } from './flow/reportError.js';
import { warnOfOddMethods } from './flow/warnOfOddMethods.js';
import { warnOtherTabs } from './flow/warnOtherTabs.js';
import { payEnglish } from './i18n/messages.js';
import { createOverlay } from './ui/createOverlay.js';
import { createReveal } from './ui/createReveal.js';
import { submitForm } from './ui/submitForm.js';
import { importFurther } from './importFurther.js';

/**
 * What a page does not need to show the picker: paying, and what comes of a load that failed. Loaded once the picker stands, or
 * at once where it is wanted. Bundled apart from the script tag's first part, so nothing here may rely on sharing a value with it.
 */
export const payPhase = {
  readRefusal,
  retryRequest,
  transition,
  english: payEnglish,

  /** Joins a session's payments to the page. */
  createPaying(parts: PayDeskParts, sendPayment: PaymentApi['sendPayment']): Paying {
    const { settings, allowPrivateHttp, store, loading, reporting, redraw } = parts;
    // Words for developers, in a file that no payer loads.
    if (settings.debug)
      void import('./flow/explainSession.js').then(
        ({ explainSession }) => explainSession(parts),
        reportError,
      );
    const { apiUrl, apiHosts, navigate, scrubUrl } = settings;
    const api = { apiUrl, apiHosts, allowPrivateHttp, sendPayment };
    const createKey = (): string => createIdempotencyKey((bytes) => crypto.getRandomValues(bytes));
    const isInApp = isInAppBrowser(navigator.userAgent);
    const paying = createPaying({
      ...parts,
      payEffects: {
        pay: (payment, signal) => initiatePayment(payment, signal, api),
        handOff: (way, onBlocked) =>
          performHandOff(
            way.url,
            onBlocked,
            way.kind === 'form' ? () => submitForm(way.url, way.fields) : navigate,
          ),
        isInApp,
        createKey,
        // A router that owns the address owns the history as well.
        keepAttempt: scrubUrl === false ? () => undefined : keepAttempt,
        readKeptAttempt,
      },
    });
    warnOtherTabs(store, loading, { joinTabs, createKey });
    const warnOfOdd = (): void => {
      const { answer } = store.now();
      if (answer) warnOfOddMethods(answer, settings.methodHandlers, reporting.warn);
    };
    store.subscribe(warnOfOdd);
    warnOfOdd();
    const expiry = createExpiry(store, loading.clock, redraw);
    const holdBack = createHoldBack(store, redraw);
    const reveal = createReveal();
    const look = createPayButtonLook(store, settings, createOverlay());
    const further = loadFurther(parts, {
      isInApp,
      watchDesk,
      async load(isDesk) {
        const { english, create } = (await importFurther()).further;
        parts.texts.add({ ...payEnglish, ...english });
        return create(parts, { isInApp, isDesk });
      },
    });
    return {
      ...paying,
      refine: (view, texts, picker) => {
        reveal(picker.host.shadowRoot);
        const offered = paying.refine(further(view, texts), texts, picker);
        return look.refine(holdBack.refine(expiry.refine(offered, texts), texts), picker.host.shadowRoot);
      },
    };
  },
};
