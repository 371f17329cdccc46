import { delivery, isCurrency, languages, products, taxRate } from './catalogue.mjs';

const MAX_QUANTITY = 20;

/**
 * Reads the order form. What a browser sends is checked again here: the form's own limits are only a courtesy.
 *
 * @param {FormData} form
 * @returns {{ basket: import('./orders.mjs').Basket } | { problem: string }}
 */
export function parseBasket(form) {
  const currency = readText(form, 'currency');
  if (!isCurrency(currency)) return { problem: 'Choose one of the currencies.' };
  const language = readText(form, 'language');
  if (!Object.hasOwn(languages, language)) return { problem: 'Choose one of the languages.' };

  const chosen = products.map((product) => ({ product, quantity: Number(readText(form, product.id)) }));
  if (
    !chosen.every(({ quantity }) => Number.isInteger(quantity) && quantity >= 0 && quantity <= MAX_QUANTITY)
  ) {
    return { problem: `Order between 0 and ${MAX_QUANTITY} of each.` };
  }
  const goods = chosen.filter(({ quantity }) => quantity > 0);
  if (goods.length === 0) return { problem: 'Choose at least one thing.' };

  const customerName = readText(form, 'customerName').trim().slice(0, 60);
  const lines = goods.map(({ product, quantity }) => toLine(product, quantity, currency));
  return { basket: { currency, language, customerName, lines: [...lines, toLine(delivery, 1, currency)] } };
}

/**
 * @param {FormData} form
 * @param {string} name
 */
function readText(form, name) {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/**
 * @param {import('./catalogue.mjs').Product} product
 * @param {number} quantity
 * @param {import('./catalogue.mjs').Currency} currency
 * @returns {import('./orders.mjs').OrderLine}
 */
function toLine(product, quantity, currency) {
  const price = product.prices[currency];
  const unitNet = Math.round((price * 100) / (100 + taxRate));
  return {
    itemId: product.id,
    description: `${product.name}, ${product.detail.toLowerCase()}`,
    quantity,
    unitNet,
    unitTax: price - unitNet,
    goodsType: product === delivery ? 'shipment' : 'item',
  };
}
