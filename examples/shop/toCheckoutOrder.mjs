import { countries } from './catalogue.mjs';
import { lineTax } from './orders.mjs';

/**
 * An order of the shop's as Checkout takes it: money in the currency's main unit, tax by the line.
 *
 * @param {import('./orders.mjs').Order} order
 * @returns {import('altapay-js/server').CheckoutOrder}
 */
export function toCheckoutOrder(order) {
  const country = countries[order.currency];
  const [firstName = '', ...otherNames] = order.customerName.split(/\s+/);
  return {
    orderId: order.id,
    amount: { value: toDecimal(order.total), currency: order.currency },
    orderLines: order.lines.map((line) => ({
      itemId: line.itemId,
      description: line.description,
      quantity: line.quantity,
      unitPrice: toDecimal(line.unitNet),
      taxAmount: toDecimal(lineTax(line)),
      goodsType: line.goodsType,
    })),
    customer: {
      ...(firstName ? { firstName, lastName: otherNames.join(' ') } : {}),
      ...(country ? { billingAddress: { country } } : {}),
    },
  };
}

/** @param {number} minorUnits */
function toDecimal(minorUnits) {
  return Number((minorUnits / 100).toFixed(2));
}
