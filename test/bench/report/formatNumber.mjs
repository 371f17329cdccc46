/**
 * A number as the tables write it: thousands apart, and as many digits behind the point as are said.
 *
 * @param {number} value
 * @param {number} [digits] - Default 0.
 */
export function formatNumber(value, digits = 0) {
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
