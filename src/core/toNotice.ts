import type { PaymentErrorCode } from '../errors.js';
import { formatMessage } from './formatMessage.js';
import type { MessageKey, Messages } from './messageKeys.js';
import type { NoticeView, PickerAction } from './pickerView.js';
import type { Money } from './session.js';
import type { SessionState } from './sessionState.js';

// Every heading has its help: what it means for the money, and what to do next.
type Topic = {
  [Key in MessageKey]: `${Key}Help` extends MessageKey ? Key : never;
}[MessageKey];

type Label = 'tryAgain' | 'checkAgain' | 'continueToPayment';

/** Topic, tone, what can be done, and what is said of it where it is not the topic's own help. */
type Draft = readonly [
  topic: Topic,
  tone: NoticeView['tone'],
  action?: readonly [PickerAction, Label] | false,
  help?: MessageKey,
  busy?: boolean,
];

const RELOAD = ['reload', 'tryAgain'] as const;
const REFRESH = ['refresh', 'checkAgain'] as const;
const CONTINUE = ['continue', 'continueToPayment'] as const;

/** What a state has to tell the payer beside the order and the methods; undefined where those say it all. */
export function toNotice(
  state: SessionState,
  messages: Messages,
  merchant: string,
  total: string,
  amountText: (money: Money) => string,
): NoticeView | undefined {
  const draft = toDraft(state);
  if (!draft) return undefined;
  const [wanted, tone, action, ownHelp, busy = false] = draft;
  // Where the part that says it is not here, what can be said has to do.
  const topic = wanted in messages ? wanted : 'problem';
  const url = 'url' in state ? state.url : undefined;
  const notice = state.name === 'ready' ? state.notice : undefined;
  const fill = (key: MessageKey): NoticeView['text'] =>
    formatMessage(messages[key], {
      merchant,
      // An app's address has no host; its scheme is its name.
      host: url?.host || url?.protocol.slice(0, -1),
      from: notice?.kind === 'amountChanged' ? amountText(notice.from) : undefined,
      to: total,
    });
  return {
    placement: notice ? 'inline' : 'screen',
    tone,
    heading: fill(topic),
    text: fill(ownHelp ?? `${topic}Help`),
    busy,
    action: action
      ? { kind: action[0], label: fill(action[1]), url: action === CONTINUE ? url : undefined }
      : undefined,
  };
}

function toDraft(state: SessionState): Draft | undefined {
  switch (state.name) {
    case 'ready':
      return state.notice && inlineDraft(state.notice);
    case 'handedOff':
      return state.blocked
        ? ['continueLink', 'info', CONTINUE]
        : ['handedOff', 'info', false, 'handedOffHelp', true];
    case 'unclear':
      return {
        asking: ['notConfirmed', 'warning', false, 'notConfirmedAsking', true] as const,
        offered: ['notConfirmed', 'warning', ['retryPayment', 'tryAgain'], 'notConfirmedRetry'] as const,
        refused: ['notConfirmed', 'warning', REFRESH] as const,
      }[state.retry];
    case 'processing':
      return ['inProgress', 'info', state.url ? CONTINUE : REFRESH, 'inProgressHelp', !state.url];
    case 'paid':
      return ['alreadyPaid', 'success'];
    case 'cancelled':
      return ['sessionCancelled', 'info'];
    case 'expired':
      return [state.error?.code === 'unauthorized' ? 'sessionEnded' : 'linkExpired', 'warning'];
    case 'failed':
      // Somebody else is paying: a while later the answer is another one.
      if (state.error.code === 'outcome_unclear')
        return ['alreadyInProgress', 'warning', ['reload', 'checkAgain']];
      return [failedTopic(state.error), 'error', state.error.retryable && RELOAD];
    default:
      return undefined;
  }
}

function inlineDraft(notice: NonNullable<Extract<SessionState, { name: 'ready' }>['notice']>): Draft {
  switch (notice.kind) {
    case 'attemptFailed':
      return [ATTEMPT_TOPICS[notice.error.code] ?? 'cantStart', 'error'];
    case 'openElsewhere':
      return ['alreadyInProgress', 'warning', REFRESH];
    case 'amountChanged':
    case 'maybePaid':
    case 'methodGone':
      return [notice.kind, 'warning'];
    default:
      return [notice.kind, 'info'];
  }
}

const ATTEMPT_TOPICS: Partial<Record<PaymentErrorCode, Topic>> = {
  offline: 'offline',
  rate_limited: 'busy',
  url_refused: 'unsafe',
};

const LOAD_TOPICS: Partial<Record<PaymentErrorCode, Topic>> = {
  link_missing: 'linkBroken',
  link_malformed: 'linkBroken',
  link_not_found: 'linkBroken',
  forbidden: 'notAllowed',
  network: 'cantReach',
  offline: 'offline',
  timeout: 'tooSlow',
  rate_limited: 'busy',
  no_payment_methods: 'noMethods',
  insecure_context: 'notSecure',
};

// A sign-in page of a café's Wi-Fi answers 200 with HTML; a body that breaks off is not the payer's connection alone.
function failedTopic({ code, reason }: { code: PaymentErrorCode; reason?: string }): Topic {
  if (reason === 'html') return 'checkNetwork';
  return (reason !== 'truncated' && LOAD_TOPICS[code]) || 'problem';
}
