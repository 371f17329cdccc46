import { currencies } from './catalogue.mjs';

/**
 * @typedef {import('./orders.mjs').Order} Order
 * @typedef {import('altapay-js/server').CallbackPayment} Payment
 * @typedef {{ kind: 'applied' | 'repeated' | 'mismatch', order: Order } | { kind: 'unknownOrder' }} Outcome
 */

/**
 * Writes what Checkout says about a payment into the order book. Only called with a verified callback. Safe to call any
 * number of times: the notification and the payer's own way back both tell of the same payment, in either order.
 *
 * @param {import('./orders.mjs').Orders} orders
 * @param {Payment} payment  What the callback says.
 * @returns {Outcome}
 */
export function applyCallback(orders, payment) {
  const { paymentId, status } = payment;
  const order = orders.find(payment.order.orderId);
  if (!order) return { kind: 'unknownOrder' };

  const mismatch = status === 'SUCCEEDED' ? findMismatch(order, payment.order) : undefined;
  const isNews = !order.heard.has(`${paymentId} ${status}`);
  order.heard.add(`${paymentId} ${status}`);
  if (mismatch) {
    if (isNews) orders.record(order, `Payment ${paymentId} refused: ${mismatch}`, { tone: 'bad' });
    return { kind: 'mismatch', order };
  }
  if (!isNews) return { kind: 'repeated', order };

  if (status === 'SUCCEEDED') recordSuccess(orders, order, paymentId);
  else if (status === 'PENDING' || status === 'NEW') orders.record(order, 'Payment under way');
  else recordFailure(orders, order, payment);
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
 * @param {Payment} payment
 */
function recordFailure(orders, order, payment) {
  const cancelled = payment.status === 'CANCELLED';
  const message = payment.customerMessageMustBeShown ? (payment.customerErrorMessage ?? '') : '';
  order.lastFailure = { cancelled, message };
  const reason = payment.merchantErrorMessage;
  const what = cancelled ? 'Payer cancelled the payment' : 'Payment declined';
  orders.record(order, reason ? `${what}: ${reason}` : what, { tone: 'bad' });
}

/**
 * @param {Order} order
 * @param {Payment['order']} paid
 * @returns {string | undefined}
 */
function findMismatch(order, { amount, currency }) {
  if (currency !== order.currency && currency !== currencies[order.currency]) {
    return `its currency is ${currency}, the order's is ${order.currency}`;
  }
  const isSame = Math.abs(amount * 100 - order.total) < 0.01;
  return isSame ? undefined : `its amount is ${amount}, the order's is ${(order.total / 100).toFixed(2)}`;
}
