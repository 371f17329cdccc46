import { randomBytes, randomInt } from 'node:crypto';
import { EventEmitter } from 'node:events';

/**
 * @typedef {'new' | 'waiting' | 'paid'} OrderState
 *
 * @typedef {object} OrderLine Money in minor units.
 * @property {string} itemId
 * @property {string} description
 * @property {number} quantity
 * @property {number} unitNet   One unit without tax.
 * @property {number} unitTax   The tax of one unit.
 * @property {'item' | 'shipment'} goodsType
 *
 * @typedef {object} OrderEvent Something that happened, as the merchant reads it.
 * @property {number} sequence  Counts from 1.
 * @property {Date} at
 * @property {OrderState} state The order's state from then on.
 * @property {'plain' | 'good' | 'bad'} tone
 * @property {string} text
 *
 * @typedef {{ currency: import('./catalogue.mjs').Currency, language: string, customerName: string, lines: readonly OrderLine[] }} Basket
 *
 * @typedef {object} PaymentLink
 * @property {string} url
 * @property {Uint8Array<ArrayBuffer>} qrCode  A PNG image.
 * @property {boolean} ownPage  Whether it opens the shop's own payment page, or Checkout's.
 *
 * @typedef {object} Progress
 * @property {string} id
 * @property {string} receipt   The payer's key to this order: cannot be guessed, unlike the id.
 * @property {Date} createdAt
 * @property {number} total     In minor units, tax included.
 * @property {OrderState} state
 * @property {OrderEvent[]} events
 * @property {Set<string>} heard  Which callbacks were already acted on.
 * @property {string} [sessionId]
 * @property {PaymentLink} [link]
 * @property {string} [paymentId] The payment that paid it.
 * @property {{ cancelled: boolean, message: string }} [lastFailure] What became of the payer's last try.
 *
 * @typedef {Basket & Progress} Order
 * @typedef {ReturnType<typeof createOrders>} Orders
 */

// Without the letters and digits that are mistaken for one another when read aloud.
const ID_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The shop's order book, in memory. A real shop keeps this in its database.
 *
 * @param {{ now?: () => Date }} [options]
 */
export function createOrders({ now = () => new Date() } = {}) {
  /** @type {Map<string, Order>} */
  const byId = new Map();
  /** Emits the order's id whenever something was recorded. */
  const changes = new EventEmitter().setMaxListeners(0);

  /**
   * @param {Order} order
   * @param {string} text
   * @param {{ state?: OrderState, tone?: OrderEvent['tone'] }} [change]
   */
  function record(order, text, { state = order.state, tone = 'plain' } = {}) {
    order.state = state;
    order.events.push({ sequence: order.events.length + 1, at: now(), state, tone, text });
    changes.emit(order.id);
  }

  /** @param {Basket} basket */
  function create(basket) {
    /** @type {Order} */
    const order = {
      ...basket,
      id: createOrderId(byId),
      receipt: randomBytes(16).toString('base64url'),
      createdAt: now(),
      total: basket.lines.reduce((sum, line) => sum + lineTotal(line), 0),
      state: 'new',
      events: [],
      heard: new Set(),
    };
    byId.set(order.id, order);
    record(order, 'Order made');
    return order;
  }

  return {
    changes,
    create,
    record,
    /** @param {string} id */
    find: (id) => byId.get(id),
    /** @param {string} receipt */
    findByReceipt: (receipt) => [...byId.values()].find((order) => order.receipt === receipt),
    newestFirst: () => [...byId.values()].reverse(),
  };
}

/** @param {OrderLine} line */
export function lineTotal({ quantity, unitNet, unitTax }) {
  return quantity * (unitNet + unitTax);
}

/** @param {OrderLine} line */
export function lineTax({ quantity, unitTax }) {
  return quantity * unitTax;
}

/** Random, so that an id is not used twice even after a restart. @param {Map<string, unknown>} taken */
function createOrderId(taken) {
  for (;;) {
    const id = `HC-${Array.from({ length: 6 }, () => ID_ALPHABET[randomInt(ID_ALPHABET.length)]).join('')}`;
    if (!taken.has(id)) return id;
  }
}
