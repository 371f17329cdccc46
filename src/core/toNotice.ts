import type { PaymentError } from '../errors.js';
import { formatMessage } from './formatMessage.js';
import type { Messages } from './messageKeys.js';
import type { NoticeView, PickerAction } from './pickerView.js';
import type { Money } from './session.js';
import type { ReadyNotice, SessionState } from './sessionState.js';

// Every heading has its help: what it means for the money, and what to do next.
type Topic = {
  [Key in keyof Messages]: `${Key}Help` extends keyof Messages ? Key : never;
}[keyof Messages];

type Draft = {
  topic: Topic;
  tone: NoticeView['tone'];
  /** Which text says what to do next, where it is not the topic's own. */
  help?: keyof Messages;
  action?: [kind: PickerAction, label: 'tryAgain' | 'checkAgain' | 'continueToPayment'];
  url?: URL;
  busy?: boolean;
  values?: Record<string, string>;
};

/** What a state has to tell the payer beside the order and the methods; undefined where those say it all. */
export function toNotice(
  state: SessionState,
  messages: Messages,
  merchant: string,
  formatAmount: (money?: Money) => string,
): NoticeView | undefined {
  const inline = state.name === 'ready';
  const draft = inline ? inlineDraft(state.notice, formatAmount) : screenDraft(state);
  if (!draft) return undefined;
  const { topic, tone, help = `${topic}Help`, action, url, busy = false } = draft;
  const values = { merchant, ...draft.values, ...(url && { host: url.host }) };
  return {
    placement: inline ? 'inline' : 'screen',
    tone,
    heading: formatMessage(messages[topic], values),
    text: formatMessage(messages[help], values),
    busy,
    ...(action && {
      action: { kind: action[0], label: formatMessage(messages[action[1]], values), ...(url && { url }) },
    }),
  };
}

function inlineDraft(
  notice: ReadyNotice | undefined,
  formatAmount: (money?: Money) => string,
): Draft | undefined {
  switch (notice?.kind) {
    case 'attemptFailed':
      return { topic: ATTEMPT_TOPICS[notice.error.code] ?? 'cantStart', tone: 'error' };
    case 'amountChanged':
      return {
        topic: 'amountChanged',
        tone: 'warning',
        values: { from: formatAmount(notice.from), to: formatAmount() },
      };
    case 'methodGone':
      return { topic: 'methodGone', tone: 'warning' };
    case 'cancelled':
    case 'welcomeBack':
      return { topic: notice.kind, tone: 'info' };
    default:
      return undefined;
  }
}

function screenDraft(state: SessionState): Draft | undefined {
  switch (state.name) {
    case 'handedOff':
      return state.blocked
        ? { topic: 'continueLink', tone: 'info', action: ['continue', 'continueToPayment'], url: state.url }
        : { topic: 'handedOff', tone: 'info', busy: true, values: { host: state.url.host } };
    case 'unclear':
      return unclearDraft(state.retry);
    case 'processing':
      return state.url
        ? { topic: 'inProgress', tone: 'info', action: ['continue', 'continueToPayment'], url: state.url }
        : { topic: 'inProgress', tone: 'info', busy: true, action: ['refresh', 'checkAgain'] };
    case 'paid':
      return { topic: 'alreadyPaid', tone: 'success' };
    case 'cancelled':
      return { topic: 'sessionCancelled', tone: 'info' };
    case 'expired':
      return {
        topic: state.error?.code === 'unauthorized' ? 'sessionEnded' : 'linkExpired',
        tone: 'warning',
      };
    case 'failed':
      return {
        topic: loadTopic(state.error),
        tone: 'error',
        ...(state.error.retryable && { action: ['reload', 'tryAgain'] }),
      };
    default:
      return undefined;
  }
}

function unclearDraft(retry: 'asking' | 'offered' | 'refused'): Draft {
  const topic = 'notConfirmed';
  switch (retry) {
    case 'asking':
      return { topic, tone: 'warning', help: 'notConfirmedAsking', busy: true };
    case 'offered':
      return { topic, tone: 'warning', help: 'notConfirmedRetry', action: ['retryPayment', 'tryAgain'] };
    case 'refused':
      return { topic, tone: 'warning', action: ['refresh', 'checkAgain'] };
  }
}

const ATTEMPT_TOPICS: Partial<Record<PaymentError['code'], Topic>> = {
  offline: 'offline',
  rate_limited: 'busy',
  url_refused: 'unsafe',
};

const LOAD_TOPICS: Partial<Record<PaymentError['code'], Topic>> = {
  link_missing: 'linkBroken',
  link_malformed: 'linkBroken',
  link_not_found: 'linkBroken',
  forbidden: 'notAllowed',
  network: 'cantReach',
  offline: 'offline',
  timeout: 'tooSlow',
  rate_limited: 'busy',
  no_payment_methods: 'noMethods',
  outcome_unclear: 'alreadyInProgress',
  unsupported_browser: 'updateBrowser',
  insecure_context: 'notSecure',
};

// A sign-in page of a café's Wi-Fi answers 200 with HTML; a body that breaks off is not the payer's connection alone.
function loadTopic({ code, reason }: PaymentError): Topic {
  if (reason === 'html') return 'checkNetwork';
  return (reason !== 'truncated' && LOAD_TOPICS[code]) || 'problem';
}
