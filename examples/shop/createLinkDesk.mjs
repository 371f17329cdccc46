/**
 * @typedef {import('./orders.mjs').Order} Order
 * @typedef {import('./orders.mjs').PaymentLink} PaymentLink
 */

/**
 * Gets payment links for orders and keeps them in the order book. Asked twice at once for one order (two windows, an
 * impatient click), it asks Checkout once, so that one order does not get two sessions.
 *
 * @param {import('./orders.mjs').Orders} orders
 * @param {ReturnType<typeof import('./checkoutClient.mjs').createCheckoutClient>} checkout
 */
export function createLinkDesk(orders, checkout) {
  /** @type {Map<string, Promise<PaymentLink>>} */
  const running = new Map();

  /**
   * @param {Order} order
   * @param {{ ownPage: boolean }} options
   */
  async function request(order, options) {
    const { sessionId, link } = await checkout.requestPaymentLink(order, options);
    order.sessionId = sessionId;
    order.link = link;
    orders.record(order, link.ownPage ? 'Payment link made' : 'Payment link to Checkout’s page made', {
      state: order.state === 'new' ? 'waiting' : order.state,
    });
    return link;
  }

  /**
   * @param {Order} order
   * @param {{ ownPage: boolean }} options
   * @returns {Promise<PaymentLink>}
   * @throws {import('./checkoutClient.mjs').CheckoutError}
   */
  return (order, options) => {
    const promise = running.get(order.id) ?? request(order, options).finally(() => running.delete(order.id));
    running.set(order.id, promise);
    return promise;
  };
}
