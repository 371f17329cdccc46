/**
 * @typedef {import('altapay-js').CheckoutSession} Session
 * @typedef {import('altapay-js').SessionState} State
 */

const { initFromQR, isPaymentError } = /** @type {NonNullable<typeof globalThis.AltaPay>} */ (
  globalThis.AltaPay
);
const apiUrl = document.querySelector('meta[name=api-url]')?.getAttribute('content') ?? '';
const orderCard = /** @type {HTMLElement} */ (document.querySelector('#order'));
const message = /** @type {HTMLElement} */ (document.querySelector('#message'));
const methods = /** @type {HTMLElement} */ (document.querySelector('#methods'));
let drawn = /** @type {Session['paymentMethods']} */ ([]);

try {
  const session = await initFromQR({
    apiUrl,
    idempotencyKey: true,
    onStateChange: (_, changed) => draw(changed),
  });
  draw(session);
} catch (error) {
  if (!isPaymentError(error)) throw error;
  const again = error.retryable && button('Try again', () => location.reload());
  say(
    'We could not open this payment',
    'No payment was started. Ask us for a new link if this goes on.',
    again,
  );
}

/** @param {Session} session */
function draw(session) {
  drawOrder(session);
  drawMethods(session);
  say(...toMessage(session));
}

/** @param {Session} session */
function drawOrder({ order }) {
  orderCard.hidden = !order;
  if (!order) return;
  const lines = order.orderLines.map(({ description, quantity }) =>
    element('li', quantity === 1 ? '' : `${quantity} × `, element('bdi', description)),
  );
  orderCard.querySelector('ul')?.replaceChildren(...lines);
  orderCard.querySelector('strong')?.replaceChildren(toText(order.amount));
}

/** @param {Session} session */
function drawMethods(session) {
  const { state, paymentMethods } = session;
  methods.hidden = state.name !== 'ready' && state.name !== 'initiating';
  methods.setAttribute('aria-busy', String(state.name === 'initiating'));
  // Drawn anew only when the list is another one: a button that stays keeps the payer's focus.
  if (paymentMethods === drawn) return;
  drawn = paymentMethods;
  methods.replaceChildren(...paymentMethods.map((method) => toPayButton(method, session)));
}

/**
 * One press pays. A second press joins the first, and what goes wrong is told by the state that follows.
 *
 * @param {import('altapay-js').PaymentMethod} method
 * @param {Session} session
 */
function toPayButton({ id, name, logoUrl }, session) {
  const pay = button(`Pay with ${name}`, () => void session.initiatePayment(id).catch(() => {}));
  if (logoUrl) {
    const logo = element('img');
    Object.assign(logo, { src: logoUrl.href, alt: '' });
    pay.prepend(logo);
  }
  return pay;
}

/** @typedef {[heading: string, text?: string, action?: HTMLElement | false | undefined]} Message */

/** @param {Session} session @returns {Message} */
function toMessage(session) {
  const { state } = session;
  switch (state.name) {
    case 'loading':
      return ['Getting your order…'];
    case 'ready':
      return state.notice ? toNotice(state.notice) : [''];
    case 'initiating':
      return ['Starting your payment…'];
    case 'handedOff':
      return [
        `Taking you to ${state.url.host}`,
        'Nothing has been taken from you yet.',
        state.blocked && link(state.url),
      ];
    case 'unclear': {
      const again = button('Try again', () => void session.retryPayment().catch(() => {}));
      return state.retry === 'offered'
        ? ['We don’t know what became of your payment', 'You can go on with it now.', again]
        : ['We don’t know what became of your payment', 'Please ask us before you pay again.'];
    }
    case 'processing':
      return ['A payment is under way', 'Finish it where you started it.', state.url && link(state.url)];
    case 'paid':
      return ['This order is paid', 'Thank you. There is nothing more to do.'];
    case 'expired':
      return ['This payment link has run out', 'Ask us for a new one.'];
    case 'cancelled':
      return ['This order was cancelled', 'There is nothing to pay.'];
    case 'failed':
      return [
        'Something went wrong',
        'No payment was started.',
        button('Try again', () => void session.refresh()),
      ];
    case 'destroyed':
      return [''];
  }
}

/** @param {NonNullable<Extract<State, { name: 'ready' }>['notice']>} notice @returns {Message} */
function toNotice(notice) {
  switch (notice.kind) {
    case 'attemptFailed':
      return ['That payment could not be started', 'You have not been charged. Choose how to go on.'];
    case 'amountChanged':
      return ['The amount has changed', `It was ${toText(notice.from)}. Please look at it before you pay.`];
    case 'methodGone':
      return ['That way to pay is no longer offered', 'Please choose another.'];
    case 'cancelled':
      return ['You stopped the payment', 'You have not been charged.'];
    case 'maybePaid':
      return ['Did you finish your payment?', 'If you did, please don’t pay again.'];
    case 'openElsewhere':
      return ['A payment is under way in another window', 'Finish it there. Please don’t pay again.'];
    case 'welcomeBack':
      return ['Welcome back', 'This order is not paid yet.'];
  }
}

/** @param {Message} message */
function say(...[heading, text, action]) {
  const parts = [heading && element('h2', heading), text && element('p', text), action];
  message.replaceChildren(...parts.filter((part) => part instanceof Node));
}

/** Exact: from the minor units, with the currency's own number of decimals. @param {import('altapay-js').Money} money */
function toText({ minorUnits, digits, currency }) {
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minorUnits / 10 ** digits);
}

/** @param {string} label @param {() => void} onClick */
function button(label, onClick) {
  const made = element('button', label);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}

/** @param {URL} url */
function link(url) {
  const made = element('a', `Continue to ${url.host}`);
  made.href = url.href;
  made.rel = 'noreferrer';
  return made;
}

/**
 * Text only: what an API says never becomes markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {(string | Node)[]} children
 */
function element(tag, ...children) {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}
