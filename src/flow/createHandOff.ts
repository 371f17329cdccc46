import { isApp, type WayOut } from '../core/decideHandOff.js';
import { formatMessage } from '../core/formatMessage.js';
import type { Messages } from '../core/messageKeys.js';
import type { NoticeView, RichText } from '../core/pickerView.js';
import type { SessionState } from '../core/sessionState.js';
import type { Store } from './createStore.js';

/** A started payment, and the name of the method it goes on with. */
type Left = { readonly way: WayOut; readonly name: string };

export type HandOffs = {
  /** Takes the payer to a started payment. */
  leave(way: WayOut, name: string): void;
  /** Whether the last one can be gone again from here: a form has no address that a link could lead to. */
  canRepeat(): boolean;
  repeat(): void;
  /** The notice as only an app, or a form, has to say it. */
  refine(notice: NoticeView, messages: Messages): NoticeView | undefined;
  stop(): void;
};

/**
 * Takes the payer out of the page, and knows what to offer where that did not work: never another payment, always the same
 * one again, or the way to choose anew where Checkout says that nothing is under way.
 *
 * @param perform - Goes the way; calls back should the browser not follow. Answers its clean-up.
 * @param isInApp - Whether the page stands inside an app, where others may not open: the payer then reads what to do.
 */
export function createHandOff(
  store: Store,
  perform: (way: WayOut, onBlocked: () => void) => () => void,
  isInApp: boolean,
): HandOffs {
  let left: Left | undefined;
  let stopWatching: (() => void) | undefined;

  const go = (): void => {
    stopWatching?.();
    if (left) stopWatching = perform(left.way, () => store.dispatch({ type: 'handOffBlocked' }));
  };
  // Another link may have been opened since, with a payment of its own.
  const current = (): Left | undefined => {
    const { state } = store.now();
    return 'url' in state && state.url === left?.way.url ? left : undefined;
  };
  return {
    leave(way, name) {
      left = { way, name };
      go();
    },
    canRepeat: () => current()?.way.kind === 'form',
    repeat: go,
    refine(notice, messages) {
      const now = current();
      return now && refineNotice(notice, store.now().state, now, messages, isInApp);
    },
    stop: () => stopWatching?.(),
  };
}

function refineNotice(
  notice: NoticeView,
  state: SessionState,
  { way, name }: Left,
  messages: Messages,
  isInApp: boolean,
): NoticeView | undefined {
  const leaving = state.name === 'handedOff';
  const { url } = way;
  const goOnAt = (host: string): RichText => formatMessage(messages.continueToPayment, { host });
  if (way.kind === 'form') {
    if (!notice.action) return undefined;
    return { ...notice, action: { kind: 'retryPayment', label: goOnAt(url.host) } };
  }
  if (!isApp(url)) return undefined;
  const app = name || url.protocol.slice(0, -1);
  const { fallbackUrl } = way;
  const open = { kind: 'continue', label: goOnAt(app), url } as const;
  if (!leaving) return notice.action && { ...notice, action: open };
  if (!state.blocked) return { ...notice, heading: formatMessage(messages.handedOff, { host: app }) };
  return {
    ...notice,
    heading: formatMessage(messages.appNotOpened, { app }),
    text: [
      fallbackUrl ? messages.appNotOpenedWeb : messages.appNotOpenedHelp,
      // English says it with what shows the hint; should that not be here, the rest has to do.
      ...(isInApp && messages.inAppHelp ? [` ${messages.inAppHelp}`] : []),
    ],
    action: fallbackUrl ? { kind: 'continue', label: goOnAt(fallbackUrl.host), url: fallbackUrl } : open,
    // It asks Checkout: the methods are back where nothing is under way, and the payer waits where something is.
    refresh: { kind: 'refresh', label: [messages.otherMethod] },
  };
}
