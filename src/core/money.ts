import type { Money } from './session.js';

// ISO 4217 list one: every code whose minor unit is not a hundredth. `Intl` disagrees between engines, so it is not asked.
const DIGITS: readonly (readonly [digits: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/**
 * Tells how many digits a currency has behind the decimal point.
 *
 * @param currency - Upper-case ISO 4217 letters.
 * @returns 0, 2, 3 or 4; 2 for a code ISO 4217 does not know, so that amounts of one order always compare.
 * @see ISO 4217, column "minor unit"
 */
export function currencyDigits(currency: string): number {
  return DIGITS.find(([, codes]) => codes.includes(currency))?.[0] ?? 2;
}

/**
 * Tells whether the browser knows a currency. For a developer's warning only: no amount depends on it.
 *
 * @param currency - Upper-case ISO 4217 letters.
 * @returns `false` where the code is not on the browser's list.
 */
export function isKnownCurrency(currency: string): boolean {
  return Intl.supportedValuesOf('currency').includes(currency);
}

/**
 * Converts an amount as the API sends it, a double, to exact minor units: once, and never by guessing.
 *
 * @param value - The double, e.g. `12.5`.
 * @param currency - Three letters, any case.
 * @returns The money, or `undefined` unless the value is a number from 0 to 1e12, within 2^53 minor units, with no more
 * decimals than the currency has (a double's own rounding is forgiven), and the currency is three letters.
 * @example
 * ```ts
 * toMoney(2049.99, 'dkk'); // { value: 2049.99, currency: 'DKK', minorUnits: 204999, digits: 2 }
 * toMoney(2049.995, 'DKK'); // undefined
 * ```
 * @see ISO 4217
 */
export function toMoney(value: unknown, currency: unknown): Money | undefined {
  if (typeof currency !== 'string' || !/^[a-z]{3}$/i.test(currency)) return undefined;
  if (typeof value !== 'number' || !(value >= 0 && value <= 1e12)) return undefined;
  const code = currency.toUpperCase();
  const digits = currencyDigits(code);
  const scaled = value * 10 ** digits;
  // By the decimals: the product of a large amount may be a unit off.
  const minorUnits = Number(value.toFixed(digits).replace('.', ''));
  // Relative, to forgive the double; and under half of a further decimal, so that a large amount cannot hide one.
  const tolerance = Math.min(scaled * 1e-6, 0.05 + scaled * Number.EPSILON);
  if (!Number.isSafeInteger(minorUnits) || Math.abs(scaled - minorUnits) > tolerance) return undefined;
  return { value: value + 0, currency: code, minorUnits, digits };
}

/** Whether two amounts are the same, to the smallest unit. */
export function sameMoney(a: Money, b: Money): boolean {
  return a.minorUnits === b.minorUnits && a.currency === b.currency;
}

/**
 * Writes money as a plain decimal, from the minor units: no double is involved.
 *
 * @param money - Exact money; may be negative.
 * @returns Digits with a point, e.g. `12.50`, `-3.00`, `1200`.
 */
export function toDecimal({ minorUnits, digits }: Money): string {
  const figures = String(Math.abs(minorUnits)).padStart(digits + 1, '0');
  const decimal = digits ? figures.replace(RegExp(`.{${digits}}$`), '.$&') : figures;
  return minorUnits < 0 ? '-' + decimal : decimal;
}

// Building a formatter costs a phone about as much as a hundred uses of it, and a page has one currency.
let formatter: { readonly key: string; readonly format: (decimal: string) => string } | undefined;

/**
 * Writes money for a payer.
 *
 * @param money - Exact money; may be negative (an order line's).
 * @param locale - BCP 47 tag. A numbering system asked for in it (`-u-nu-…`) is not followed.
 * @returns The amount with exactly the currency's digits, e.g. `€12.50`; `EUR 12.50` where the browser cannot. Never throws.
 * @example
 * ```ts
 * formatMoney({ value: 1234.5, currency: 'HUF', minorUnits: 123450, digits: 2 }, 'en'); // 'HUF 1,234.50'
 * ```
 * @see ISO 4217
 */
export function formatMoney(money: Money, locale: string): string {
  const { currency, digits } = money;
  const decimal = toDecimal(money);
  try {
    const key = locale + currency;
    if (formatter?.key !== key) formatter = { key, format: createFormat(locale, currency, digits) };
    const text = formatter.format(decimal);
    // A code that stands for no currency (XXX) is drawn as a bare currency sign: the letters say more.
    if (!text.includes('¤')) return text;
  } catch {
    // An unknown locale, or a browser without `Intl`.
  }
  return `${currency} ${decimal}`;
}

/** Has the browser read in what it knows of languages, which takes a phone a tenth of a second at the first amount. */
export function warmFormats(): void {
  formatMoney({ value: 0, currency: 'EUR', minorUnits: 0, digits: 2 }, 'en');
}

function createFormat(locale: string, currency: string, digits: number): (decimal: string) => string {
  const numberFormat = new Intl.NumberFormat(locale.replace(/-u-.*/i, ''), {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Newer browsers format the string as it stands; older ones make a double of it, exact at these sizes.
  return (decimal) => numberFormat.format(decimal as unknown as number);
}
