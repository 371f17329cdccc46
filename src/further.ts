import { withinTime } from './api/withinTime.js';
import { copyText } from './browser/copyText.js';
import type { QRCode } from './core/qrCode.js';
import { toSharedLink } from './core/toSharedLink.js';
import { createFurther, type Further } from './flow/createFurther.js';
import type { PayDeskParts } from './flow/payPlan.js';
import { furtherEnglish } from './i18n/messages.js';
import { importQRCode } from './importQRCode.js';
import { furtherCss } from './ui/further.css.js';
import { extendStyles } from './ui/extendStyles.js';
import { renderFurther } from './ui/renderFurther.js';

/** Where the page is seen. */
export type Seen = { readonly isInApp: boolean; isDesk(): boolean };

/** What only some payers are offered beside the picker: to go on with a phone, or in another browser. Loaded for them alone. */
export const further = {
  english: furtherEnglish,

  /** Joins it to the page. */
  create(parts: PayDeskParts, { isInApp, isDesk }: Seen): Further {
    const { settings, readLink, host } = parts;
    const root = (): ShadowRoot | null | undefined => host()?.shadowRoot;
    return createFurther(parts, {
      sharedLink: () => toSharedLink(settings.url ?? new URL(location.href), readLink()),
      isInApp,
      isDesk: () => settings.payOnPhone !== false && isDesk(),
      encode: createEncoder(parts),
      copyText,
      render(...described) {
        extendStyles(root(), furtherCss);
        return renderFurther(...described);
      },
      focusLink: () => root()?.querySelector<HTMLElement>('input.link')?.focus(),
    });
  },
};

function createEncoder({ settings, loading }: PayDeskParts): (link: URL) => Promise<QRCode> {
  let failed = 0;
  return async (link) => {
    try {
      return await withinTime(loading.signal(), settings.timeouts.loadMs, async () =>
        (await importQRCode(failed)).encodeQRCode(link),
      );
    } catch (error) {
      failed++;
      throw error;
    }
  };
}
