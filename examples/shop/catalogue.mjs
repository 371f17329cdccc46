/**
 * What the shop sells. Prices are what a customer pays, tax included, in the currency's smallest unit.
 *
 * @typedef {'DKK' | 'EUR' | 'NOK' | 'SEK'} Currency
 * @typedef {{ id: string, name: string, detail: string, prices: Record<Currency, number> }} Product
 */

export const shopName = 'Havn Coffee';

/** Per cent, for everything the shop sells. */
export const taxRate = 25;

/** With their numbers (ISO 4217), because a callback may carry either. @type {Record<Currency, string>} */
export const currencies = { DKK: '208', EUR: '978', NOK: '578', SEK: '752' };

/** The country an order is billed to, where the currency alone tells. @type {Partial<Record<Currency, string>>} */
export const countries = { DKK: 'DK', NOK: 'NO', SEK: 'SE' };

/** @type {Record<string, string>} */
export const languages = {
  en: 'English',
  da: 'Dansk',
  no: 'Norsk',
  sv: 'Svenska',
  fi: 'Suomi',
  de: 'Deutsch',
};

/** @type {readonly Product[]} */
export const products = [
  {
    id: 'beans',
    name: 'Morning roast',
    detail: 'Whole beans, 500 g',
    prices: { DKK: 8900, EUR: 1195, NOK: 13900, SEK: 12900 },
  },
  {
    id: 'mug',
    name: 'Stoneware mug',
    detail: 'Hand thrown, 30 cl',
    prices: { DKK: 14900, EUR: 1995, NOK: 22900, SEK: 21900 },
  },
  {
    id: 'dripper',
    name: 'Pour-over dripper',
    detail: 'Porcelain, size 02',
    prices: { DKK: 24900, EUR: 3350, NOK: 38900, SEK: 36900 },
  },
];

/** @type {Product} */
export const delivery = {
  id: 'delivery',
  name: 'Delivery',
  detail: 'By post, 1–2 days',
  prices: { DKK: 3900, EUR: 525, NOK: 5900, SEK: 5900 },
};

/**
 * Tells whether a text, for example from a form, is one of the shop's currencies.
 *
 * @param {string} text
 * @returns {text is Currency}
 */
export function isCurrency(text) {
  return Object.hasOwn(currencies, text);
}
