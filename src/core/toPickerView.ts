import type { Messages, MessageKey } from './messageKeys.js';
import type { Answer, SessionState } from './sessionState.js';
import type { MethodView, NoticeView, OrderView, PickerView, RichText } from './pickerView.js';
import type { Order } from './session.js';
import { formatMessage, toPlainText } from './formatMessage.js';
import { lineTotals } from './lineTotals.js';
import { formatMoney } from './money.js';
import { toNotice } from './toNotice.js';

/** All that the picker's look depends on. */
export type PickerModel = {
  readonly state: SessionState;
  /** Absent until the API has answered. */
  readonly answer: Answer | undefined;
  /** Who is paid, where the session does not say. */
  readonly merchantName: string;
  readonly messages: Messages;
  /** Language of the messages. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** How amounts and times are written. */
  readonly locale: string;
  /** Already in words, e.g. `4 minutes`. */
  readonly timeLeft?: string | undefined;
};

/** State and messages in, plain data to draw out. */
export function toPickerView(model: PickerModel): PickerView {
  const { state, answer, messages } = model;
  const merchant = answer?.session.merchant ?? { name: model.merchantName };
  const order = answer && toOrderView(answer.session.order, messages, model.locale);
  const notice = toNotice(state, messages, merchant.name, (money = answer?.session.order.amount) =>
    money ? formatMoney(money, model.locale) : '',
  );
  const choosing = (state.name === 'ready' || state.name === 'initiating') && answer && order;
  return {
    screen: state.name,
    lang: model.lang,
    dir: model.dir,
    label: messages.regionLabel,
    loading: state.name === 'loading',
    payTo: messages.payTo,
    ...((answer ?? state.name !== 'loading') && { merchant }),
    ...(order && { order }),
    ...(choosing && toChoice(state, answer, messages, choosing.total)),
    ...(notice && { notice }),
    ...(choosing && model.timeLeft && { timeLeft: toText(messages, 'timeLeft', { time: model.timeLeft }) }),
    announcement: toAnnouncement(model, merchant.name, notice, order?.total),
  };
}

function toChoice(
  state: Extract<SessionState, { name: 'ready' | 'initiating' }>,
  { paymentMethods }: Answer,
  messages: Messages,
  total: string,
): Pick<PickerView, 'methods' | 'payButton'> {
  const busy = state.name === 'initiating';
  const selectedId = state.name === 'initiating' ? state.methodId : state.selectedMethodId;
  const options = paymentMethods.map(({ id, name, type, description, logoUrl }): MethodView => ({
    id,
    name: name || readableType(type) || messages.methodWithoutName,
    ...(description && { description }),
    ...(logoUrl && { logoUrl }),
  }));
  return {
    methods: {
      legend: messages.chooseMethod,
      options,
      locked: busy,
      ...(selectedId !== undefined && { selectedId }),
    },
    payButton: {
      label: busy ? [messages.initiating] : formatMessage(messages.payAmount, { amount: total }),
      disabled: busy || selectedId === undefined,
      busy,
    },
  };
}

// `BANK_TRANSFER` → `Bank transfer`
function readableType(type: string): string {
  const words = type
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toOrderView(order: Order, messages: Messages, locale: string): OrderView {
  const totals = lineTotals(order);
  const count = order.orderLines.length;
  return {
    number: formatMessage(messages.orderNumber, { orderId: order.orderId }),
    linesHeading: messages.orderLines,
    linesCount:
      count === 1
        ? messages.orderLineCountOne
        : toText(messages, 'orderLineCountOther', { count: new Intl.NumberFormat(locale).format(count) }),
    lines: order.orderLines.map(({ description, quantity }, index) => {
      const total = totals?.[index];
      return {
        description,
        ...(quantity !== 1 && {
          quantity: toText(messages, 'quantity', {
            quantity: new Intl.NumberFormat(locale).format(quantity),
          }),
        }),
        ...(total && { total: formatMoney(total, locale) }),
      };
    }),
    totalLabel: messages.total,
    total: formatMoney(order.amount, locale),
  };
}

function toText(messages: Messages, key: MessageKey, values: Record<string, string>): string {
  return plain(formatMessage(messages[key], values));
}

function plain(text: RichText): string {
  return text.map((part) => (typeof part === 'string' ? part : part.isolate)).join('');
}

function toAnnouncement(
  { state, messages }: PickerModel,
  merchant: string,
  notice: NoticeView | undefined,
  total: string | undefined,
): { text: string; assertive: boolean } {
  if (notice) {
    const text = `${toPlainText(notice.heading)}. ${toPlainText(notice.text)}`;
    return { text, assertive: notice.tone === 'error' || notice.tone === 'warning' };
  }
  if (state.name === 'initiating') return { text: messages.initiating, assertive: false };
  const summary = total
    ? toPlainText([messages.payTo, ' ', { isolate: merchant }, ': ', { isolate: total }])
    : '';
  return { text: state.name === 'loading' ? messages.loading : summary, assertive: false };
}
