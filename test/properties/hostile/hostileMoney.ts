import fc from 'fast-check';

/** N1: numbers that are no amount, or nearly one. */
const NUMBERS = [
  ...[NaN, Infinity, -Infinity, -0, 0, -1, -0.001, 1e-7, Number.MIN_VALUE, 0.005, 0.1 + 0.2, 1.005, 19.99],
  ...[2_049.99, 2_049.990_000_000_001, 2_049.995, 1e12, 1e12 + 1, 1e15 + 0.3, 2 ** 53, 1e21, 1e308],
];

const NO_NUMBERS: readonly unknown[] = [
  '12',
  '12,50',
  '12.50',
  'NaN',
  '1e3',
  '',
  [12],
  {},
  true,
  null,
  undefined,
  { valueOf: () => 12 },
];

export const hostileAmount: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...NUMBERS) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...NO_NUMBERS) },
  { weight: 3, arbitrary: fc.integer({ min: -100, max: 1e14 }).map((cents) => cents / 100) },
  { weight: 2, arbitrary: fc.double() },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1e12, noNaN: true }) },
);

/** C1: what is no currency, no longer one or not yet one. */
const CODES = [
  ...[
    'EURO',
    'EU',
    '',
    '€',
    'E1R',
    ' EUR',
    'EUR ',
    'EUR\0',
    'EUR\n',
    '__proto__',
    'ＥＵＲ',
    'eﬀ',
    'ſek',
    'EU\u0301',
  ],
  ...['XXX', 'XTS', 'BTC', 'ZZZ', 'eur', 'Eur', 'ıqd', 'IRR', 'XAU'],
];

/** ISO 4217's own words for how many digits stand behind the point, where they are not two. */
export const digitsOf: readonly (readonly [digits: number, codes: readonly string[]])[] = [
  [0, ['JPY', 'ISK', 'KRW', 'CLP', 'UYI', 'XOF']],
  [2, ['EUR', 'DKK', 'HUF', 'IDR', 'MGA', 'MRU', 'USD', 'ABC', 'XXX']],
  [3, ['KWD', 'BHD', 'TND', 'IQD']],
  [4, ['CLF', 'UYW']],
];

/** A currency together with its digits. */
export const currency: fc.Arbitrary<{ readonly code: string; readonly digits: number }> = fc.constantFrom(
  ...digitsOf.flatMap(([digits, codes]) => codes.map((code) => ({ code, digits }))),
);

export const hostileCurrency: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...digitsOf.flatMap(([, codes]) => codes)) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...CODES) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(978, null, undefined, {}, ['EUR'], { toString: () => 'EUR' }),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);
