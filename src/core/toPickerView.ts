import { announceNotice } from './announceNotice.js';
import { formatMessage, toPlainText } from './formatMessage.js';
import { lineTotals } from './lineTotals.js';
import type { Messages } from './messageKeys.js';
import { formatMoney } from './money.js';
import type { MethodView, NoticeView, OrderView, PickerView } from './pickerView.js';
import { pluralForm } from './pluralForm.js';
import type { Money, Order, PaymentMethod } from './session.js';
import type { Answer, SessionState } from './sessionState.js';
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
};

/** State and messages in, plain data to draw out. */
export function toPickerView(model: PickerModel): PickerView {
  const { state, answer, messages, locale, lang, dir } = model;
  const { name: screen } = state;
  const loading = screen === 'loading';
  const busy = screen === 'initiating';
  const choosing = busy || screen === 'ready' ? answer : undefined;
  const merchant = answer?.session.merchant ?? { name: model.merchantName };
  const amountText = (money: Money | undefined): string => (money ? formatMoney(money, locale) : '');
  const total = amountText(answer?.session.order.amount);
  const notice = toNotice(state, messages, merchant.name, total, amountText);
  const selectedId =
    screen === 'ready' ? state.selectedMethodId : screen === 'initiating' ? state.methodId : undefined;
  return {
    screen,
    lang,
    dir,
    label: messages.regionLabel,
    loading,
    payTo: messages.payTo,
    merchant: loading ? undefined : merchant,
    order: answer && toOrderView(answer.session.order, model, total),
    methods: choosing && {
      legend: messages.chooseMethod,
      options: toMethodViews(choosing.paymentMethods, messages),
      locked: busy,
      selectedId,
    },
    payButton: choosing && {
      label: busy ? [messages.initiating] : formatMessage(messages.payAmount, { amount: total }),
      disabled: busy || selectedId === undefined,
      busy,
    },
    notice,
    announcement: toAnnouncement(model, notice, [
      messages.payTo,
      ' ',
      { isolate: merchant.name },
      ': ',
      total,
    ]),
  };
}

// As long as methods and texts are the same the views are too, so that who draws them need not look through them.
const known = new WeakMap<readonly PaymentMethod[], readonly [Messages, readonly MethodView[]]>();

function toMethodViews(methods: readonly PaymentMethod[], messages: Messages): readonly MethodView[] {
  const [forMessages, before] = known.get(methods) ?? [];
  if (before && forMessages === messages) return before;
  const views = methods.map((method) => toMethodView(method, messages));
  known.set(methods, [messages, views]);
  return views;
}

function toMethodView(
  { id, name, type, description, logoUrl }: PaymentMethod,
  messages: Messages,
): MethodView {
  return { id, name: name || readableType(type) || messages.methodWithoutName, description, logoUrl };
}

// `BANK_TRANSFER` → `Bank transfer`
function readableType(type: string): string {
  const words = type
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toOrderView(order: Order, { messages, lang, locale }: PickerModel, total: string): OrderView {
  const totals = lineTotals(order);
  const numeral = (value: number): string => new Intl.NumberFormat(locale).format(value);
  const count = order.orderLines.length;
  return {
    number: formatMessage(messages.orderNumber, { orderId: order.orderId }),
    linesHeading: messages.orderLines,
    linesCount: pluralForm(messages, lang, count).replace('{count}', numeral(count)),
    lines: order.orderLines.map(({ description, quantity }, index) => ({
      description,
      quantity: quantity === 1 ? undefined : messages.quantity.replace('{quantity}', numeral(quantity)),
      total: totals?.[index] && formatMoney(totals[index], locale),
    })),
    totalLabel: messages.total,
    total,
  };
}

function toAnnouncement(
  { state: { name }, messages }: PickerModel,
  notice: NoticeView | undefined,
  summary: NoticeView['text'],
): PickerView['announcement'] {
  if (notice) return announceNotice(notice);
  const text =
    name === 'loading'
      ? messages.loading
      : name === 'initiating'
        ? messages.initiating
        : toPlainText(summary);
  return { text, assertive: false };
}
