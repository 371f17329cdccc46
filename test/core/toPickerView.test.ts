import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../src/core/formatMessage.js';
import type { PickerView, RichText } from '../../src/core/pickerView.js';
import type { ReadyNotice, SessionState } from '../../src/core/sessionState.js';
import { toPickerView, type PickerModel } from '../../src/core/toPickerView.js';
import type { PaymentErrorCode } from '../../src/errors.js';
import { english } from '../../src/i18n/messages.js';
import { answerOf, card, errorWith, euros, gateway, mobile, stateSamples } from './states.js';

const { loading, ready, initiating, handedOff, unclear, processing, paid, expired, cancelled, failed } =
  stateSamples;
const chosen = ready;
const unchosen: SessionState = { name: 'ready' };

const viewOf = (state: SessionState, model: Partial<PickerModel> = {}): PickerView =>
  toPickerView({
    state,
    answer: state.name === 'loading' ? undefined : answerOf({ merchant: { name: 'Nordlys Kaffe' } }),
    merchantName: 'shop.test',
    messages: english,
    lang: 'en',
    dir: 'ltr',
    locale: 'en-IE',
    ...model,
  });
// What a payer reads: without the marks that keep directions apart.
const plain = (rich: RichText | undefined): string => toPlainText(rich ?? []).replace(/[\u2068\u2069]/g, '');
const isolates = (rich: RichText | undefined): string[] =>
  (rich ?? []).flatMap((part) => (typeof part === 'string' ? [] : [part.isolate]));
const noticed = (notice: ReadyNotice): SessionState => ({ ...ready, notice });

describe('what stands on each screen', () => {
  it('loading: a skeleton, no merchant yet, no way to pay', () => {
    expect(viewOf(loading)).toMatchObject({ screen: 'loading', loading: true });
    for (const part of ['merchant', 'order', 'methods', 'payButton', 'notice'] as const)
      expect(viewOf(loading)[part]).toBeUndefined();
  });

  it('ready: who is paid, what for, how much, how', () => {
    const view = viewOf(chosen);
    expect(view.loading).toBe(false);
    expect(view.merchant?.name).toBe('Nordlys Kaffe');
    expect(plain(view.order?.number)).toBe('Order 1234');
    expect(view.order?.total).toBe('€12.50');
    expect(view.methods?.options.map(({ name }) => name)).toEqual(['Card', 'MobilePay']);
    expect(view.methods).toMatchObject({ selectedId: 'card', locked: false });
    expect(view.notice).toBeUndefined();
  });

  it('initiating: the same, locked', () => {
    const view = viewOf(initiating);
    expect(view.methods).toMatchObject({ selectedId: 'card', locked: true });
    expect(view.payButton).toMatchObject({ disabled: true, busy: true });
    expect(plain(view.payButton?.label)).toBe(english.initiating);
  });

  const screens: [string, SessionState][] = [
    ['handedOff', handedOff],
    ['handedOff, blocked', { ...handedOff, blocked: true }],
    ['unclear, asking', unclear],
    ['unclear, offered', { ...unclear, retry: 'offered' }],
    ['unclear, refused', { ...unclear, retry: 'refused' }],
    ['processing', processing],
    ['processing elsewhere', { ...processing, url: gateway }],
    ['paid', paid],
    ['expired', expired],
    ['cancelled', cancelled],
    ['failed', failed],
  ];

  it.each(screens)('%s: a heading and what to do, and no method to choose', (_, state) => {
    const view = viewOf(state);
    expect(view.notice?.placement).toBe('screen');
    expect(plain(view.notice?.heading)).not.toBe('');
    expect(plain(view.notice?.text).length).toBeGreaterThan(20);
    expect(view.methods).toBeUndefined();
    expect(view.payButton).toBeUndefined();
  });

  it.each(screens)('%s: still says who and how much', (_, state) => {
    expect(viewOf(state).merchant?.name).toBe('Nordlys Kaffe');
    expect(viewOf(state).order?.total).toBe('€12.50');
  });

  it.each(screens)('%s: leaves no place of a text unfilled', (_, state) => {
    const { notice, announcement } = viewOf(state);
    const texts = [notice?.heading, notice?.text, notice?.action?.label].map(plain).join(' ');
    expect(texts + (announcement?.text ?? '')).not.toMatch(/[{}]|undefined/);
  });
});

describe('tone and action of each screen', () => {
  it.each([
    ['handedOff', handedOff, 'info', undefined, true],
    ['handedOff, blocked', { ...handedOff, blocked: true }, 'info', 'continue', false],
    ['unclear, asking', unclear, 'warning', undefined, true],
    ['unclear, offered', { ...unclear, retry: 'offered' }, 'warning', 'retryPayment', false],
    ['unclear, refused', { ...unclear, retry: 'refused' }, 'warning', 'refresh', false],
    ['processing', processing, 'info', 'refresh', true],
    ['processing, sent from here', { ...processing, url: gateway }, 'info', 'continue', false],
    ['paid', paid, 'success', undefined, false],
    ['expired', expired, 'warning', undefined, false],
    ['cancelled', cancelled, 'info', undefined, false],
    ['failed, retryable', failed, 'error', 'reload', false],
    ['failed for good', { name: 'failed', error: errorWith('link_not_found') }, 'error', undefined, false],
    ['paid for in another tab', noticed({ kind: 'openElsewhere' }), 'warning', 'refresh', false],
    ['come back, not known whether paid', noticed({ kind: 'maybePaid' }), 'warning', undefined, false],
  ] as [string, SessionState, string, string | undefined, boolean][])(
    '%s',
    (_, state, tone, action, busy) => {
      const { notice } = viewOf(state);
      expect(notice).toMatchObject({ tone, busy });
      expect(notice?.action?.kind).toBe(action);
    },
  );

  it('an unclear outcome offers no second attempt but where it is safe', () => {
    for (const retry of ['asking', 'refused'] as const) {
      const { notice } = viewOf({ ...unclear, retry });
      expect(notice?.action?.kind).not.toBe('retryPayment');
      expect(plain(notice?.text)).toMatch(/don’t pay again yet|before paying again/);
    }
    expect(plain(viewOf({ ...unclear, retry: 'refused' }).notice?.text)).toContain('Nordlys Kaffe');
    expect(plain(viewOf({ ...unclear, retry: 'offered' }).notice?.text)).toBe(english.notConfirmedRetry);
  });

  it.each([
    { ...handedOff, blocked: true },
    { ...processing, url: gateway },
  ] as SessionState[])(
    'the way to the payment in $name is a link to its guarded address, naming the host',
    (state) => {
      const { action } = viewOf(state).notice ?? {};
      expect(action?.url).toBe(gateway);
      expect(isolates(action?.label)).toEqual(['gateway.test']);
    },
  );

  it('the screen that leads away names where to: a host, or an app by its scheme', () => {
    expect(isolates(viewOf(handedOff).notice?.heading)).toEqual(['gateway.test']);
    const toApp = { ...handedOff, url: new URL('mobilepay:pay') };
    expect(isolates(viewOf(toApp).notice?.heading)).toEqual(['mobilepay']);
  });

  it('the methods are drawn from the same views while methods and texts are the same', () => {
    const answer = answerOf();
    const optionsOf = (model: Partial<PickerModel>) => viewOf(chosen, { answer, ...model }).methods?.options;
    expect(optionsOf({})).toBe(optionsOf({}));
    const other = { ...english, methodWithoutName: 'Way to pay' };
    expect(optionsOf({ messages: other })).not.toBe(optionsOf({}));
    expect(optionsOf({ messages: other })).toEqual(optionsOf({}));
  });

  it('a session that ran out is told apart from a link that did', () => {
    const ended = viewOf({ name: 'expired', error: errorWith('unauthorized') });
    expect(plain(ended.notice?.heading)).toBe(english.sessionEnded);
    expect(plain(viewOf(expired).notice?.heading)).toBe(english.linkExpired);
  });
});

describe('the pay button', () => {
  it.each(['en-IE', 'da-DK', 'de-DE', 'ar-EG', 'ja-JP'])(
    'carries exactly the total of the summary in %s',
    (locale) => {
      const view = viewOf(chosen, { locale });
      expect(view.order?.total).not.toBe('');
      expect(isolates(view.payButton?.label)).toEqual([view.order?.total]);
    },
  );

  it('can be pressed in ready with a method chosen, and never else', () => {
    const pressable = Object.values(stateSamples).filter((state) => {
      const { payButton } = viewOf(state);
      return payButton && !payButton.disabled;
    });
    expect(pressable).toEqual([chosen]);
    expect(viewOf(unchosen).payButton).toMatchObject({ disabled: true, busy: false });
  });

  it('says the new amount after a change, as the summary does', () => {
    const answer = answerOf({}, [card, mobile], euros(1300));
    const view = viewOf(noticed({ kind: 'amountChanged', from: euros(1250) }), { answer });
    expect(isolates(view.payButton?.label)).toEqual(['€13.00']);
    expect(view.order?.total).toBe('€13.00');
    expect(isolates(view.notice?.text)).toEqual(['€12.50', '€13.00']);
  });
});

describe('what is told while methods can be chosen', () => {
  it.each([
    ['amountChanged', { kind: 'amountChanged', from: euros(1000) }, 'warning'],
    ['methodGone', { kind: 'methodGone' }, 'warning'],
    ['cancelled', { kind: 'cancelled' }, 'info'],
    ['welcomeBack', { kind: 'welcomeBack' }, 'info'],
  ] as [keyof typeof english, ReadyNotice, string][])('%s, beside the methods', (key, notice, tone) => {
    const view = viewOf(noticed(notice));
    expect(view.notice).toMatchObject({ placement: 'inline', tone, busy: false });
    expect(plain(view.notice?.heading)).toBe(english[key]);
    expect(view.methods?.locked).toBe(false);
    expect(view.payButton?.disabled).toBe(false);
  });

  it.each([
    ['offline', 'offline'],
    ['rate_limited', 'busy'],
    ['url_refused', 'unsafe'],
    ['server', 'cantStart'],
    ['method_unavailable', 'cantStart'],
    ['hand_off_unsupported', 'cantStart'],
  ] as [PaymentErrorCode, keyof typeof english][])('an attempt that failed by %s says %s', (code, key) => {
    const view = viewOf(noticed({ kind: 'attemptFailed', error: errorWith(code) }));
    expect(view.notice).toMatchObject({ placement: 'inline', tone: 'error' });
    expect(plain(view.notice?.heading)).toBe(english[key]);
    expect(view.payButton?.disabled).toBe(false);
  });
});

describe('a load that failed', () => {
  const CODES = {
    options_invalid: 'problem',
    container_not_found: 'problem',
    link_missing: 'linkBroken',
    link_malformed: 'linkBroken',
    link_expired: 'problem',
    link_not_found: 'linkBroken',
    session_paid: 'problem',
    session_cancelled: 'problem',
    unauthorized: 'problem',
    forbidden: 'notAllowed',
    no_payment_methods: 'noMethods',
    network: 'cantReach',
    offline: 'offline',
    timeout: 'tooSlow',
    rate_limited: 'busy',
    server: 'problem',
    response_invalid: 'problem',
    method_unavailable: 'problem',
    amount_changed: 'problem',
    url_refused: 'problem',
    hand_off_unsupported: 'problem',
    hand_off_blocked: 'problem',
    outcome_unclear: 'alreadyInProgress',
    aborted: 'problem',
    unsupported_browser: 'problem',
    insecure_context: 'notSecure',
  } as const satisfies Record<PaymentErrorCode, keyof typeof english>;

  it.each(Object.entries(CODES) as [PaymentErrorCode, keyof typeof english][])('%s says %s', (code, key) => {
    const { notice, announcement } = viewOf(
      { name: 'failed', error: errorWith(code) },
      { answer: undefined },
    );
    expect(plain(notice?.heading)).toBe(english[key]);
    expect(plain(notice?.text)).not.toMatch(/[{}]/);
    expect(announcement).toMatchObject({ assertive: true });
    const mayHelp = errorWith(code).retryable || code === 'outcome_unclear';
    expect(notice?.action?.kind).toBe(mayHelp ? 'reload' : undefined);
  });

  it('by a network’s sign-in page says to sign in', () => {
    const { notice } = viewOf({ name: 'failed', error: errorWith('response_invalid', 'html') });
    expect(plain(notice?.heading)).toBe(english.checkNetwork);
  });

  it('by an answer that broke off does not blame the payer’s connection', () => {
    const { notice } = viewOf({ name: 'failed', error: errorWith('network', 'truncated') });
    expect(plain(notice?.heading)).toBe(english.problem);
  });
});

describe('what is announced', () => {
  it('is the wait, then the summary, politely', () => {
    expect(viewOf(loading).announcement).toEqual({ text: english.loading, assertive: false });
    const { announcement } = viewOf(chosen);
    expect(announcement?.assertive).toBe(false);
    expect(announcement?.text.replace(/[\u2068\u2069]/g, '')).toBe('Pay to Nordlys Kaffe: €12.50');
  });

  it('does not change with the method chosen: the radio says that itself', () => {
    expect(viewOf(unchosen).announcement).toEqual(viewOf(chosen).announcement);
  });

  it('is what is seen: heading and help, errors and warnings at once', () => {
    for (const [state, assertive] of [
      [failed, true],
      [unclear, true],
      [expired, true],
      [paid, false],
      [handedOff, false],
      [processing, false],
    ] as [SessionState, boolean][]) {
      const { notice, announcement } = viewOf(state);
      expect(announcement?.assertive).toBe(assertive);
      expect(announcement?.text).toContain(toPlainText(notice?.heading ?? []));
      expect(announcement?.text).toContain(toPlainText(notice?.text ?? []));
    }
  });

  it('says that the payment is starting', () => {
    expect(viewOf(initiating).announcement).toEqual({ text: english.initiating, assertive: false });
  });
});

describe('texts from outside', () => {
  const HOSTILE = ['{amount}', '{merchant} {host}', '$& $1 $`', '<b>', 'مصر 100', '__proto__', '%s'];

  it.each(HOSTILE)('%s as a merchant stays one isolate, as it is', (name) => {
    const answer = answerOf({ merchant: { name } });
    const { merchant, notice, announcement } = viewOf({ name: 'expired' }, { answer });
    expect(merchant?.name).toBe(name);
    expect(isolates(notice?.text)).toEqual([name]);
    expect(viewOf(chosen, { answer }).announcement?.text).toContain(`\u2068${name}\u2069`);
    expect(announcement?.text).toContain(`\u2068${name}\u2069`);
  });

  it.each(HOSTILE)('%s as an order number stays one isolate, as it is', (orderId) => {
    const answer = answerOf();
    const order = { ...answer.session.order, orderId };
    const view = viewOf(chosen, { answer: { ...answer, session: { ...answer.session, order } } });
    expect(view.order?.number).toEqual(['Order ', { isolate: orderId }]);
  });

  it('names the merchant by the page’s own word where the session does not say', () => {
    expect(viewOf(paid, { answer: answerOf() }).merchant?.name).toBe('shop.test');
  });

  it.each([
    ['', 'BANK_TRANSFER', 'Bank transfer'],
    ['', '___', english.methodWithoutName],
    ['', '', english.methodWithoutName],
    ['', 'constructor', 'Constructor'],
    ['Card', 'CARD', 'Card'],
  ])('a method named %j of type %j is called %s', (name, type, shown) => {
    const answer = answerOf({}, [{ ...card, name, type }]);
    expect(viewOf(chosen, { answer }).methods?.options[0]?.name).toBe(shown);
  });
});

describe('the order’s lines', () => {
  const line = { itemId: '1', description: 'Mug', quantity: 2, unitPrice: 5, taxAmount: 2.5 };
  const withLines = (...orderLines: (typeof line)[]) => {
    const { session, paymentMethods } = answerOf();
    return { session: { ...session, order: { ...session.order, orderLines } }, paymentMethods };
  };

  it('have their totals where they add up to the amount', () => {
    const { order } = viewOf(chosen, { answer: withLines(line) });
    expect(order?.linesCount).toBe('1 item');
    expect(order?.lines).toEqual([{ description: 'Mug', quantity: '2 ×', total: '€12.50' }]);
  });

  it('are counted in the texts’ language, in figures of the payer’s region', () => {
    const messages = { ...english, orderLineCountFew: '{count} pozycje' };
    const answer = withLines(line, line, line);
    const counted = (lang: string) => viewOf(chosen, { answer, messages, lang, locale: 'fa-IR' }).order;
    expect(counted('pl')?.linesCount).toBe('۳ pozycje');
    expect(counted('en')?.linesCount).toBe('۳ items');
  });

  it('stand without totals where they do not: nothing is corrected', () => {
    const { order } = viewOf(chosen, { answer: withLines(line, { ...line, quantity: 1 }) });
    expect(order?.linesCount).toBe('2 items');
    expect(order?.lines.map(({ total }) => total)).toEqual([undefined, undefined]);
    expect(order?.lines[1]?.quantity).toBeUndefined();
    expect(order?.total).toBe('€12.50');
  });
});

describe('language', () => {
  it('is handed on with its direction, and merchants’ own words are used', () => {
    const view = viewOf(chosen, {
      lang: 'he',
      dir: 'rtl',
      messages: { ...english, payAmount: 'Now {amount}!' },
    });
    expect(view).toMatchObject({ lang: 'he', dir: 'rtl' });
    expect(plain(view.payButton?.label)).toBe('Now €12.50!');
  });
});
