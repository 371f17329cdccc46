import { formatMessage } from '../core/formatMessage.js';
import type { Messages } from '../core/messageKeys.js';
import type { NoticeView } from '../core/pickerView.js';
import type { ReturnState } from './returnOptions.js';

/** What a state tells the payer: what it means for their money, and what can be done. */
export function toReturnNotice(state: ReturnState, messages: Messages, merchant: string): NoticeView {
  const notice = (tone: NoticeView['tone'], heading: string, help: string): NoticeView => ({
    placement: 'screen',
    tone,
    heading: [heading],
    text: formatMessage(help, { merchant }),
    busy: false,
  });
  // Without the link there is no way back from here, and the merchant's page has to show one.
  const payAgain = (url: URL | undefined): NoticeView['action'] =>
    url && { kind: 'continue', label: [messages.tryAgain], url };
  switch (state.name) {
    case 'waiting':
      return { ...notice('info', messages.waiting, messages.waitingHelp), busy: true };
    case 'paid':
      return notice('success', messages.alreadyPaid, messages.alreadyPaidHelp);
    case 'cancelled':
      return {
        ...notice('info', messages.cancelled, messages.cancelledHelp),
        action: payAgain(state.paymentLink),
      };
    case 'declined': {
      const said = notice('warning', messages.declined, messages.cantStartHelp);
      const text = state.message ? [{ isolate: state.message }, ' ', ...said.text] : said.text;
      return { ...said, text, action: payAgain(state.paymentLink) };
    }
    case 'unclear':
      return {
        ...notice('warning', messages.stillWaiting, messages.stillWaitingHelp),
        action: { kind: 'refresh', label: [messages.checkAgain] },
      };
  }
}
