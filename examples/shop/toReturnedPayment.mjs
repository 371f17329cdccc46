/**
 * What the order book knows of an order's payment, for the page that its payer comes back to. Only callbacks have written there.
 *
 * @param {import('./orders.mjs').Order} order
 * @returns {import('altapay-js/return').ReturnedPayment}
 */
export function toReturnedPayment({ state, lastFailure, link, sessionId }) {
  const shared = { sessionId, paymentLink: link?.url };
  if (state === 'paid') return { ...shared, status: 'SUCCEEDED' };
  if (!lastFailure) return { ...shared, status: 'PENDING' };
  return {
    ...shared,
    status: lastFailure.cancelled ? 'CANCELLED' : 'DECLINED',
    ...(lastFailure.message && { message: lastFailure.message }),
  };
}
