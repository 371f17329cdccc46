import { formatMessage } from '../core/formatMessage.js';
import { createTexts } from '../i18n/createTexts.js';
import { leavingEnglish } from '../i18n/messages.js';
import { mountFrame } from '../ui/mountFrame.js';
import { mountNotice } from '../ui/mountNotice.js';
import type { EmbeddedOptions } from './embeddedOptions.js';
import { toFrameMessage } from './toFrameMessage.js';

/** How the frame has ended: said by it, or chosen by the payer. */
export type FrameEnd = 'completed' | 'cancelled' | 'redirect';

/**
 * Shows a guarded URL in a frame until it says that it is done. Only its word is heard: the frame's own window, from an origin
 * that the merchant has named. That it says "completed" proves nothing; Checkout is asked then.
 *
 * @param signal - Takes everything away.
 */
export function showFrame(
  container: Element,
  url: URL,
  options: EmbeddedOptions & { readonly title: string; readonly readyMs: number },
  signal: AbortSignal,
): Promise<FrameEnd> {
  const ending = new AbortController();
  return new Promise<FrameEnd>((resolve) => {
    const frame = mountFrame(container, url, options.title);
    let takeOfferAway: (() => void) | undefined;
    const end = (how: FrameEnd): void => {
      clearTimeout(timer);
      ending.abort();
      takeOfferAway?.();
      frame.unmount();
      resolve(how);
    };
    // A frame that is refused, blocked or broken looks like one that is slow: none of them says so.
    const timer = setTimeout(() => {
      frame.takeOver();
      takeOfferAway = offerRedirect(container, url, options, () => end('redirect'));
    }, options.readyMs);
    const hear = ({ source, origin, data }: MessageEvent): void => {
      if (!frame.holds(source) || !options.origins.includes(origin)) return;
      const message = toFrameMessage(data);
      if (message?.type === 'height') frame.setHeight(message.height);
      else if (message?.type === 'ready') {
        clearTimeout(timer);
        takeOfferAway?.();
        frame.focus();
        frame.takeOver();
      } else if (message) end(message.type);
    };
    addEventListener('message', hear, { signal: ending.signal });
    signal.addEventListener('abort', () => end('cancelled'), { signal: ending.signal });
    if (signal.aborted) end('cancelled');
  });
}

function offerRedirect(
  container: Element,
  url: URL,
  { locale, messages, appearance }: EmbeddedOptions,
  onTaken: () => void,
): () => void {
  const offer = mountNotice(container, onTaken, appearance);
  const draw = (): void => {
    const { messages, lang, dir } = texts.now();
    offer.render({
      lang,
      dir,
      label: messages.regionLabel,
      notice: {
        placement: 'screen',
        tone: 'warning',
        heading: [messages.continueLink],
        text: [messages.continueLinkHelp],
        action: { kind: 'continue', label: formatMessage(messages.continueToPayment, { host: url.host }) },
        busy: false,
      },
    });
  };
  const wanted = [locale, document.documentElement.lang, ...navigator.languages];
  const texts = createTexts(wanted, messages, draw);
  texts.add(leavingEnglish);
  draw();
  return offer.unmount;
}
