import type { Description } from '../core/description.js';
import type { FurtherView } from '../core/furtherView.js';
import type { Messages } from '../core/messageKeys.js';
import type { PickerView } from '../core/pickerView.js';
import type { QRCode } from '../core/qrCode.js';
import type { Texts } from '../i18n/createTexts.js';
import type { FurtherHandlers } from '../ui/renderFurther.js';
import { createCopying } from './createCopying.js';
import type { PayDeskParts } from './payPlan.js';
import { watchPhone } from './watchPhone.js';

/** What it takes to offer other devices and browsers the link. */
export type FurtherEffects = {
  /** The address at which they open it, where there is one. */
  sharedLink(): URL | undefined;
  isInApp: boolean;
  isDesk(): boolean;
  /** Brings what draws codes, and draws one. */
  encode(link: URL): Promise<QRCode>;
  copyText(text: string): Promise<boolean>;
  render(view: FurtherView, messages: Messages, handlers: FurtherHandlers): Description;
  /** Puts the focus into the field that holds the link. */
  focusLink(): void;
};

export type Further = {
  /** The view with what is offered beside it, while there is a choice to make. */
  refine(view: PickerView, texts: Texts): PickerView;
};

/** Offers to go on with a phone, or in another browser, while nobody pays. */
export function createFurther({ store, loading, redraw }: PayDeskParts, effects: FurtherEffects): Further {
  const { sharedLink, isInApp, isDesk, encode, copyText, render, focusLink } = effects;
  const watch = watchPhone(store, loading);
  let copying = createCopying(copyText, focusLink, redraw);
  let offer: { readonly open: boolean; readonly code?: QRCode; readonly failed: boolean } = CLOSED;
  let wanted: URL | undefined;

  const show = async (link: URL): Promise<void> => {
    wanted = link;
    const code = await encode(link).catch(() => undefined);
    // Another link has been opened meanwhile.
    if (wanted !== link) return;
    if (!code) wanted = undefined;
    offer = { ...offer, ...(code && { code }), failed: !code };
    redraw();
  };
  const toggle = (open: boolean, link: URL): void => {
    if (open === offer.open) return;
    offer = { ...offer, open };
    if (!open) return;
    watch();
    if (wanted) return;
    offer = { ...offer, failed: false };
    redraw();
    void show(link);
  };
  store.subscribe(({ state }) => {
    if (state.name !== 'loading') return;
    offer = CLOSED;
    wanted = undefined;
    copying = createCopying(copyText, focusLink, redraw);
  });

  return {
    refine(view, { messages }) {
      const { state } = store.now();
      if (state.name !== 'ready' || state.notice?.kind === 'openElsewhere') return view;
      const phone = isDesk() ? offer : undefined;
      const link = phone || isInApp ? sharedLink() : undefined;
      if (!link) return view;
      const { state: copied, copy } = copying;
      const handlers: FurtherHandlers = {
        onToggle: (open) => toggle(open, link),
        onCopy: () => void copy(link),
      };
      const told = { announcement: { text: messages.linkCopied, assertive: false } };
      return {
        ...view,
        ...(copied() === 'copied' && !view.notice && told),
        further: [render({ inApp: isInApp, phone, copying: { state: copied(), link } }, messages, handlers)],
      };
    },
  };
}

const CLOSED = { open: false, failed: false };
