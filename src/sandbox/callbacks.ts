// The template escapes what goes in; HTML's five entities are XML's five.
import { html as xml } from 'hono/html';
import type { Outcome } from './payments.js';
import type { SessionCallbacks } from './sessionBody.js';
import type { PaymentRecord, SessionRecord } from './store.js';

/** A payment and its session, as the callback tells the shop about them. */
export type CallbackSubject = {
  readonly session: SessionRecord;
  readonly payment: PaymentRecord;
  readonly outcome: Outcome;
};

/** What the payer's browser gets after a payment: the shop's page, the way to it, or nothing of the shop's. */
export type PayerAnswer =
  | { readonly kind: 'page'; readonly body: string; readonly contentType: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'none'; readonly reached: boolean };

export type SentCallback = {
  readonly kind: 'notification' | 'success' | 'failure';
  /** HTTP status of the shop's answer, or 0 where there was none. */
  readonly status: number;
  /** Epoch milliseconds, on the clock that signs: never the advanced one. */
  readonly at: number;
  readonly url: string;
  readonly orderId: string;
  /** What the callback said of the payment. */
  readonly outcome: Outcome;
};

export type CallbackSender = {
  /** Tells the shop's server, then asks it what its payer is to see. */
  deliver(subject: CallbackSubject): Promise<PayerAnswer>;
  readonly sent: readonly SentCallback[];
  clear(): void;
};

const TIMEOUT_MS = 10_000;
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Sends callbacks as AltaPay does: form POSTs, signed as in CallbackSecurity (D).
 *
 * `now` is the real clock and never the advanced one: a shop may refuse signatures from the future.
 */
export function createCallbackSender(send: typeof fetch, secret: string, now: () => number): CallbackSender {
  const sent: SentCallback[] = [];

  const post = async (
    kind: SentCallback['kind'],
    url: string,
    body: string,
    { session, outcome }: CallbackSubject,
  ): Promise<Response | undefined> => {
    const timestamp = String(Math.floor(now() / 1000));
    const note = (status: number): void =>
      void sent.push({ kind, status, at: now(), url, orderId: session.body.order.orderId, outcome });
    try {
      const response = await send(url, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'AltaPay-Signature': `t=${timestamp};s0=${await sign(secret, `${body}.${timestamp}`)}`,
        },
      });
      note(response.status);
      return response;
    } catch {
      note(0);
      return undefined;
    }
  };

  return {
    sent,
    clear: () => {
      sent.length = 0;
    },
    deliver: async (subject) => {
      const callbacks = subject.session.body.callbacks ?? {};
      const body = await toForm(subject, callbacks.bodyFormat ?? 'XML');
      const notification = toUrl(callbacks.notification);
      if (notification) await post('notification', notification, body, subject);
      const kind = subject.outcome === 'SUCCEEDED' ? 'success' : 'failure';
      const url = toUrl(callbacks[kind]);
      if (!url) return { kind: 'none', reached: true };
      const response = await post(kind, url, body, subject);
      return toPayerAnswer(url, response);
    },
  };
}

async function toPayerAnswer(url: string, response: Response | undefined): Promise<PayerAnswer> {
  const location = response?.headers.get('Location');
  if (response && location && REDIRECTS.includes(response.status)) {
    return { kind: 'redirect', location: new URL(location, url).href };
  }
  if (response?.status !== 200) return { kind: 'none', reached: false };
  const contentType = response.headers.get('Content-Type') ?? 'text/html';
  return { kind: 'page', body: await response.text(), contentType };
}

/** A callback of type `FUNCTION` is the page's own business: nobody to send to. */
function toUrl(callback: SessionCallbacks['notification']): string | undefined {
  if (typeof callback === 'string') return callback;
  return callback?.type === 'URL' ? callback.value : undefined;
}

/** Names as in AltaPay's callbacks (D); `status` is the API's status in small letters (O). */
async function toForm(subject: CallbackSubject, bodyFormat: 'XML' | 'JSON'): Promise<string> {
  const { session, payment, outcome } = subject;
  const { order } = session.body;
  const { shopper, merchant } = toMessages(outcome);
  const form = new URLSearchParams({
    shop_orderid: order.orderId,
    amount: payment.amount.value.toFixed(2),
    currency: payment.amount.currency,
    payment_id: payment.id,
    transaction_id: payment.externalId,
    type: 'payment',
    status: outcome.toLowerCase(),
    error_message: shopper,
    merchant_error_message: merchant,
    cardholder_message_must_be_shown: String(outcome === 'DECLINED'),
  });
  for (const [name, value] of Object.entries(order.transactionInfo ?? {})) {
    form.set(`transaction_info[${name}]`, value);
  }
  if (bodyFormat === 'JSON') form.set('json', JSON.stringify(toJson(subject)));
  else form.set('xml', await toXml(subject));
  return form.toString();
}

function toMessages(outcome: Outcome): { readonly shopper: string; readonly merchant: string } {
  if (outcome === 'DECLINED')
    return { shopper: 'The payment was declined.', merchant: 'Declined in the sandbox' };
  if (outcome === 'CANCELLED')
    return { shopper: 'The payment was cancelled.', merchant: 'Cancelled in the sandbox' };
  return { shopper: '', merchant: '' };
}

/** The body that one of AltaPay's own clients reads (C). */
function toJson({ session, payment, outcome }: CallbackSubject) {
  const { orderId } = session.body.order;
  const { amount } = payment;
  const { shopper, merchant } = toMessages(outcome);
  return {
    paymentId: payment.id,
    sessionId: session.id,
    status: outcome,
    requiresCapture: outcome === 'SUCCEEDED',
    customerErrorMessage: shopper,
    merchantErrorMessage: merchant,
    merchantErrorCode: outcome === 'SUCCEEDED' ? '' : outcome,
    customerMessageMustBeShown: outcome === 'DECLINED',
    order: { orderId, amount: amount.value, currency: amount.currency },
    ...(payment.methodId === 'card' && { cardInformation: { lastFourDigits: '1111' } }),
  };
}

async function toXml({ session, payment, outcome }: CallbackSubject): Promise<string> {
  const { orderId } = session.body.order;
  const { amount } = payment;
  const result = { SUCCEEDED: 'Success', DECLINED: 'Failed', CANCELLED: 'Cancelled' }[outcome];
  const { shopper, merchant } = toMessages(outcome);
  const reserved = outcome === 'SUCCEEDED' ? amount.value : 0;
  const body = await xml`<APIResponse version="20170228">
<Header><Date>${new Date(payment.createdAt).toISOString()}</Date><Path>Checkout</Path><ErrorCode>0</ErrorCode><ErrorMessage/></Header>
<Body>
<Result>${result}</Result>
<MerchantErrorMessage>${merchant}</MerchantErrorMessage>
<CardHolderErrorMessage>${shopper}</CardHolderErrorMessage>
<Transactions><Transaction>
<TransactionId>${payment.externalId}</TransactionId>
<PaymentId>${payment.id}</PaymentId>
<ShopOrderId>${orderId}</ShopOrderId>
<MerchantCurrencyAlpha>${amount.currency}</MerchantCurrencyAlpha>
<ReservedAmount>${reserved.toFixed(2)}</ReservedAmount>
</Transaction></Transactions>
</Body>
</APIResponse>`;
  return `<?xml version="1.0"?>${String(body)}`;
}

async function sign(secret: string, text: string): Promise<string> {
  const encode = (value: string) => new TextEncoder().encode(value);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encode(secret), algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, encode(text));
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
