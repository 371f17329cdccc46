import { initiatePayment, type PaymentApi } from './api/initiatePayment.js';
import { readRefusal } from './api/readRefusal.js';
import { retryRequest } from './api/retryRequest.js';
import { withinTime } from './api/withinTime.js';
import { copyText } from './browser/copyText.js';
import { isInAppBrowser } from './browser/isInAppBrowser.js';
import { joinTabs } from './browser/joinTabs.js';
import { keepAttempt, readKeptAttempt } from './browser/keepAttempt.js';
import { performHandOff } from './browser/performHandOff.js';
import { watchDesk } from './browser/watchDesk.js';
import { createIdempotencyKey } from './core/idempotency.js';
import type { QRCode } from './core/qrCode.js';
import { toSharedLink } from './core/toSharedLink.js';
import { transition } from './core/transition.js';
import { createExpiry } from './flow/createExpiry.js';
import { createFurther, type Further } from './flow/createFurther.js';
import { createHoldBack } from './flow/createHoldBack.js';
import { createPaying } from './flow/createPaying.js';
import type { PayDeskParts, Paying } from './flow/payPlan.js';
import { warnOfOddMethods } from './flow/warnOfOddMethods.js';
import { warnOtherTabs } from './flow/warnOtherTabs.js';
import { payEnglish } from './i18n/messages.js';
import { importQRCode } from './importQRCode.js';
import { addStyles } from './ui/addStyles.js';
import { furtherCss } from './ui/further.css.js';
import { renderFurther } from './ui/renderFurther.js';

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
    const { apiUrl, apiHosts, navigate, scrubUrl } = settings;
    const api = { apiUrl, apiHosts, allowPrivateHttp, sendPayment };
    const createKey = (): string => createIdempotencyKey((bytes) => crypto.getRandomValues(bytes));
    const paying = createPaying({
      ...parts,
      payEffects: {
        pay: (payment, signal) => initiatePayment(payment, signal, api),
        handOff: (url, onBlocked) => performHandOff(url, onBlocked, navigate),
        createKey,
        // A router that owns the address owns the history as well.
        keepAttempt: scrubUrl === false ? () => undefined : keepAttempt,
        readKeptAttempt,
      },
    });
    warnOtherTabs(store, loading, { joinTabs, createKey });
    const warnOfOdd = (): void =>
      warnOfOddMethods(store.now().answer?.paymentMethods ?? [], settings.methodHandlers, reporting.warn);
    store.subscribe(warnOfOdd);
    warnOfOdd();
    const expiry = createExpiry(store, loading.clock, redraw);
    const holdBack = createHoldBack(store, redraw);
    const further = joinFurther(parts);
    return {
      ...paying,
      refine: (view, texts) => holdBack.refine(expiry.refine(further.refine(view, texts), texts), texts),
    };
  },
};

/** Joins what is offered beside the picker to the page. */
function joinFurther(parts: PayDeskParts): Further {
  const { settings, store, loading, readLink, redraw, host } = parts;
  const desk = watchDesk(redraw);
  store.subscribe(({ state }) => state.name === 'destroyed' && desk.stop());
  const styled = new WeakSet<Node>();
  const root = (): ShadowRoot | null | undefined => host()?.shadowRoot;
  let failed = 0;
  const encode = (link: URL): Promise<QRCode> =>
    withinTime(loading.signal(), settings.timeouts.loadMs, async () => {
      const { encodeQRCode } = await importQRCode(failed);
      return encodeQRCode(link);
    }).catch((error: unknown) => {
      failed++;
      throw error;
    });
  return createFurther(parts, {
    // What a page's own form of link may hold is not known here.
    sharedLink: () =>
      settings.parsePaymentLink
        ? undefined
        : toSharedLink(settings.url ?? new URL(location.href), readLink()),
    isInApp: isInAppBrowser(navigator.userAgent),
    isDesk: () => settings.payOnPhone !== false && desk.isDesk(),
    encode,
    copyText,
    render(...described) {
      const node = root();
      if (node && !styled.has(node)) addStyles(node, furtherCss);
      if (node) styled.add(node);
      return renderFurther(...described);
    },
    focusLink: () => root()?.querySelector<HTMLElement>('input.link')?.focus(),
  });
}
