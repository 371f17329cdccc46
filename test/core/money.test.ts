import { describe, expect, it, vi } from 'vitest';
import { currencyDigits, formatMoney, isKnownCurrency, toDecimal, toMoney } from '../../src/core/money.js';
import type { Money } from '../../src/core/session.js';
import { asciiDigits } from './asciiDigits.js';

function money(minorUnits: number, currency: string): Money {
  const digits = currencyDigits(currency);
  return { value: minorUnits / 10 ** digits, currency, minorUnits, digits };
}

describe('currencyDigits', () => {
  it.each([
    [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
    [2, 'EUR DKK SEK NOK USD GBP HUF IDR COP MGA MRU TWD UYU CHF ALL IRR'],
    [3, 'BHD IQD JOD KWD LYD OMR TND'],
    [4, 'CLF UYW'],
  ])('knows the %i-digit currencies of ISO 4217', (digits, codes) => {
    for (const code of codes.split(' ')) expect([code, currencyDigits(code)]).toEqual([code, digits]);
  });

  it('takes an unknown code to have two', () => {
    expect(currencyDigits('ZZZ')).toBe(2);
  });
});

describe('isKnownCurrency', () => {
  it('asks the browser', () => {
    expect(isKnownCurrency('DKK')).toBe(true);
    expect(isKnownCurrency('BTC')).toBe(false);
  });
});

describe('toMoney', () => {
  it.each([
    [12.5, 'EUR', 1_250, 2],
    [2_049.99, 'DKK', 204_999, 2],
    [2_049.990_000_000_001, 'DKK', 204_999, 2],
    [Math.fround(2_049.99), 'DKK', 204_999, 2],
    [19.99, 'EUR', 1_999, 2],
    [0.1 + 0.2, 'EUR', 30, 2],
    [30_098.52, 'DKK', 3_009_852, 2],
    [1_200, 'JPY', 1_200, 0],
    [1.234, 'KWD', 1_234, 3],
    [0.0001, 'CLF', 1, 4],
    [0, 'EUR', 0, 2],
    [1e12, 'EUR', 1e14, 2],
    [12.5, 'ZZZ', 1_250, 2],
  ])('reads %d %s as %i minor units', (value, currency, minorUnits, digits) => {
    expect(toMoney(value, currency)).toEqual({ value, currency, minorUnits, digits });
  });

  it.each([
    ...[
      NaN,
      Infinity,
      -1,
      -0.001,
      1e-7,
      0.005,
      2_049.995,
      1_000_000.005,
      999_999_999.995,
      1e12 + 1,
      1e15 + 0.3,
    ],
    ...[9_007_199_254_740_993, 1e21, 1e308, '12', '12,50', '12.50', [12], {}, true, null, undefined, 12n],
  ])('refuses the amount %s', (value) => {
    expect(toMoney(value, 'EUR')).toBeUndefined();
  });

  it('refuses more minor units than a double can count', () => {
    expect(toMoney(1e12, 'CLF')).toBeUndefined();
    expect(toMoney(9e11, 'CLF')?.minorUnits).toBe(9e15);
  });

  it('refuses a decimal that a currency without decimals does not have', () => {
    expect(toMoney(1_200.5, 'JPY')).toBeUndefined();
  });

  it('makes nothing of minus nothing', () => {
    expect(toMoney(-0, 'EUR')).toStrictEqual({ value: 0, currency: 'EUR', minorUnits: 0, digits: 2 });
    expect(Object.is(toMoney(-0, 'EUR')?.value, 0)).toBe(true);
    expect(Object.is(toMoney(-0, 'EUR')?.minorUnits, 0)).toBe(true);
  });

  it('writes the currency in upper case', () => {
    expect(toMoney(1, 'eur')?.currency).toBe('EUR');
  });

  it.each([
    'EURO',
    'EU',
    '',
    '€',
    'E1R',
    ' EUR',
    'EUR\0',
    'EUR\n',
    '__proto__',
    978,
    null,
    undefined,
    ['EUR'],
  ])('refuses the currency %j', (currency) => {
    expect(toMoney(1, currency)).toBeUndefined();
  });
});

describe('toDecimal', () => {
  it.each([
    [1_250, 'EUR', '12.50'],
    [5, 'EUR', '0.05'],
    [0, 'EUR', '0.00'],
    [-300, 'EUR', '-3.00'],
    [-5, 'EUR', '-0.05'],
    [1_200, 'JPY', '1200'],
    [1, 'KWD', '0.001'],
    [9_007_199_254_740_991, 'EUR', '90071992547409.91'],
  ])('writes %i minor units of %s as %s', (minorUnits, currency, decimal) => {
    expect(toDecimal(money(minorUnits, currency))).toBe(decimal);
  });
});

describe('formatMoney', () => {
  it.each([
    [1_250, 'EUR', 'en', '€12.50'],
    [123_450, 'HUF', 'en', 'HUF 1,234.50'],
    [1_234, 'JPY', 'en', '¥1,234'],
    [1_234, 'KWD', 'en', 'KWD 1.234'],
    [204_999, 'DKK', 'da', '2.049,99 kr.'],
    [-500, 'EUR', 'en', '-€5.00'],
    [1_250, 'ABC', 'en', 'ABC 12.50'],
    [1_250, 'XXX', 'en', 'XXX 12.50'],
    [9_007_199_254_740_991, 'EUR', 'en', '€90,071,992,547,409.91'],
  ])('writes %i minor units of %s in %s as %s', (minorUnits, currency, locale, text) => {
    expect(formatMoney(money(minorUnits, currency), locale).replace(/\s/gu, ' ')).toBe(text);
  });

  it.each(['en-u-nu-arab', 'en-u-nu-hanidec', 'en-US-u-nu-arab'])('keeps plain figures for %s', (locale) => {
    expect(formatMoney(money(1_250, 'EUR'), locale)).toBe('€12.50');
  });

  it.each(['', 'C', '../../x', '__proto__', 'en\0', 'x'.repeat(200)])(
    'does not throw for the locale %j',
    (locale) => {
      expect(asciiDigits(formatMoney(money(1_250, 'EUR'), locale))).toBe('1250');
    },
  );

  it('writes code and figures where the browser cannot format', () => {
    vi.stubGlobal('Intl', undefined);
    expect(formatMoney(money(1_250, 'SEK'), 'sv')).toBe('SEK 12.50');
  });

  it('does not mix up currencies or languages asked for in turn', () => {
    expect(formatMoney(money(100, 'EUR'), 'en')).toBe('€1.00');
    expect(formatMoney(money(100, 'USD'), 'en')).toBe('$1.00');
    expect(formatMoney(money(100, 'USD'), 'de').replace(/\s/u, ' ')).toBe('1,00 $');
  });
});
