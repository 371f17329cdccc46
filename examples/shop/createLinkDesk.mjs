import { createPaymentLink } from 'altapay-js/server';
import { toCheckoutOrder } from './toCheckoutOrder.mjs';

/**
 * @typedef {import('./orders.mjs').Order} Order
 * @typedef {import('./orders.mjs').PaymentLink} PaymentLink
 *
 * @typedef {object} LinkWish
 * @property {boolean} ownPage  Whether the link opens this shop's page, or Checkout's.
 * @property {'wallets' | 'framed'} [variant]  What that page tries out: pretend wallets, or the gateway's form in a frame.
 *
 * @typedef {object} LinkDeskOptions
 * @property {string} apiUrl  Checkout's API.
 * @property {{ username: string, password: string }} credentials  The merchant's, for that API.
 * @property {string} shopUrl  Where Checkout and payers reach this shop.
 * @property {typeof fetch} [fetch]  How Checkout is asked.
 */

/**
 * Gets payment links for orders and keeps them in the order book. Asked twice at once for one order (two windows, an
 * impatient click), it asks Checkout once, so that one order does not get two sessions.
 *
 * @param {import('./orders.mjs').Orders} orders
 * @param {LinkDeskOptions} options
 */
export function createLinkDesk(orders, { apiUrl, credentials, shopUrl, fetch }) {
  /** @type {Map<string, Promise<PaymentLink>>} */
  const running = new Map();

  /**
   * An order keeps its one session whatever number of links it gets: Checkout finalises a session once, so no two links can
   * take the money twice.
   *
   * @param {Order} order
   * @param {LinkWish} options
   */
  async function request(order, { ownPage, variant }) {
    const page = `${shopUrl}/pay?lang=${order.language}${variant ? `&variant=${variant}` : ''}`;
    const created = await createPaymentLink({
      apiUrl,
      credentials,
      fetch,
      ...(ownPage ? { url: page } : {}),
      ...(order.sessionId === undefined ? newSession(order, shopUrl) : { sessionId: order.sessionId }),
    });
    order.sessionId = created.sessionId;
    order.link = {
      url: created.paymentLink,
      qrCode: new Uint8Array(Buffer.from(created.qrCode, 'base64')),
      ownPage,
    };
    orders.record(order, ownPage ? 'Payment link made' : 'Payment link to Checkout’s page made', {
      state: order.state === 'new' ? 'waiting' : order.state,
    });
    return order.link;
  }

  /**
   * @param {Order} order
   * @param {LinkWish} options
   * @returns {Promise<PaymentLink>}
   * @throws {import('altapay-js/server').CheckoutError}
   */
  return (order, options) => {
    const promise = running.get(order.id) ?? request(order, options).finally(() => running.delete(order.id));
    running.set(order.id, promise);
    return promise;
  };
}

/**
 * @param {Order} order
 * @param {string} shopUrl
 * @returns {import('altapay-js/server').NewSessionOptions}
 */
function newSession(order, shopUrl) {
  return {
    order: toCheckoutOrder(order),
    callbacks: {
      success: { type: 'URL', value: `${shopUrl}/callbacks/success` },
      failure: { type: 'URL', value: `${shopUrl}/callbacks/failure` },
      redirect: `${shopUrl}/thanks?order=${order.receipt}`,
      notification: `${shopUrl}/callbacks/notification`,
      bodyFormat: 'JSON',
    },
    configuration: { language: order.language },
  };
}
