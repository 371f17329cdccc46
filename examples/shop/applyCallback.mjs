import { currencies } from './catalogue.mjs';

/**
 * @typedef {import('./orders.mjs').Order} Order
 * @typedef {{ kind: 'applied' | 'repeated' | 'mismatch', order: Order }} Understood
 * @typedef {Understood | { kind: 'unknownOrder' } | { kind: 'malformed' }} Outcome
 */

/**
 * Writes what Checkout says about a payment into the order book. Only called with a verified callback. Safe to call any
 * number of times: the notification and the payer's own way back both tell of the same payment, in either order.
 *
 * @param {import('./orders.mjs').Orders} orders
 * @param {URLSearchParams} fields  The callback's form.
 * @returns {Outcome}
 */
export function applyCallback(orders, fields) {
  const paymentId = fields.get('payment_id');
  const status = fields.get('status')?.toUpperCase();
  if (!paymentId || !status) return { kind: 'malformed' };
  const order = orders.find(fields.get('shop_orderid') ?? '');
  if (!order) return { kind: 'unknownOrder' };

  const mismatch = status === 'SUCCEEDED' ? findMismatch(order, fields) : undefined;
  const isNews = !order.heard.has(`${paymentId} ${status}`);
  order.heard.add(`${paymentId} ${status}`);
  if (mismatch) {
    if (isNews) orders.record(order, `Payment ${paymentId} refused: ${mismatch}`, { tone: 'bad' });
    return { kind: 'mismatch', order };
  }
  if (!isNews) return { kind: 'repeated', order };

  if (status === 'SUCCEEDED') recordSuccess(orders, order, paymentId);
  else if (status === 'PENDING' || status === 'NEW') orders.record(order, 'Payment under way');
  else recordFailure(orders, order, fields, status === 'CANCELLED');
  return { kind: 'applied', order };
}

/**
 * @param {import('./orders.mjs').Orders} orders
 * @param {Order} order
 * @param {string} paymentId
 */
function recordSuccess(orders, order, paymentId) {
  if (order.paymentId !== undefined) {
    orders.record(order, `A second payment came in. Refund payment ${paymentId}.`, { tone: 'bad' });
    return;
  }
  order.paymentId = paymentId;
  delete order.lastFailure;
  orders.record(order, `Paid, payment ${paymentId}`, { state: 'paid', tone: 'good' });
}

/**
 * @param {import('./orders.mjs').Orders} orders
 * @param {Order} order
 * @param {URLSearchParams} fields
 * @param {boolean} cancelled
 */
function recordFailure(orders, order, fields, cancelled) {
  const mustBeShown = /^(1|true)$/i.test(fields.get('cardholder_message_must_be_shown') ?? '');
  order.lastFailure = { cancelled, message: mustBeShown ? (fields.get('error_message') ?? '') : '' };
  const reason = fields.get('merchant_error_message');
  const what = cancelled ? 'Payer cancelled the payment' : 'Payment declined';
  orders.record(order, reason ? `${what}: ${reason}` : what, { tone: 'bad' });
}

/**
 * @param {Order} order
 * @param {URLSearchParams} fields
 * @returns {string | undefined}
 */
function findMismatch(order, fields) {
  const amount = fields.get('amount') ?? '';
  const currency = fields.get('currency') ?? '';
  if (currency !== order.currency && currency !== currencies[order.currency]) {
    return `its currency is ${currency || 'missing'}, the order's is ${order.currency}`;
  }
  const minorUnits = /^\d+(\.\d{1,2})?$/.test(amount) ? Math.round(Number(amount) * 100) : NaN;
  return minorUnits === order.total
    ? undefined
    : `its amount is ${amount || 'missing'}, the order's is ${(order.total / 100).toFixed(2)}`;
}
