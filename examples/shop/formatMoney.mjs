/**
 * An amount as a person reads it: `DKK 178.00` in English, `178,00 kr.` in Danish. All of the shop's currencies have two digits (ISO 4217).
 *
 * @param {number} minorUnits
 * @param {string} currency
 * @param {string} [language]
 */
export function formatMoney(minorUnits, currency, language = 'en-GB') {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(minorUnits / 100);
}
