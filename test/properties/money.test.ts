import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AltaPayFactory } from '../../src/core/altaPayFactory.js';
import { currencyDigits, formatMoney, toDecimal, toMoney } from '../../src/core/money.js';
import { parseSession } from '../../src/core/parseSession.js';
import { isPaymentError } from '../../src/errors.js';
import { asciiDigits } from '../core/asciiDigits.js';
import { sessionAnswer, withField } from '../core/answers.js';
import { hostileLocale } from './hostile/hostileLocale.js';
import { currency, hostileAmount, hostileCurrency } from './hostile/hostileMoney.js';

const MOST = 1e12;
const parsing = { allowPrivateHttp: false, warn() {} };

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (!isPaymentError(error)) throw error;
    return error.code;
  }
}

describe('an amount', () => {
  it('of any number of minor units is exactly that again', () => {
    const minorUnits = fc.oneof(fc.integer({ min: 0, max: MOST }), fc.integer({ min: 0, max: 10_000 }));
    const property = fc.property(minorUnits, currency, (units, { code, digits }) => {
      const value = Number(`${units}e-${digits}`);
      expect(toMoney(value, code)).toEqual({ value, currency: code, minorUnits: units, digits });
      expect(toMoney(units / 10 ** digits, code)?.minorUnits).toBe(units);
    });
    fc.assert(property);
  });

  it('with a decimal more than its currency has is none', () => {
    const property = fc.property(
      fc.integer({ min: 0, max: MOST }),
      fc.integer({ min: 1, max: 9 }),
      currency,
      (units, tenths, { code, digits }) => {
        expect(toMoney(Number(`${units}${tenths}e-${digits + 1}`), code)).toBeUndefined();
      },
    );
    fc.assert(property);
  });

  it('of any value and currency is exact, or none', () => {
    const property = fc.property(hostileAmount, hostileCurrency, (value, code) => {
      const money = toMoney(value, code);
      if (!money) {
        expect(codeOf(() => AltaPayFactory.getAmount(value as number, code as string))).toBe(
          'options_invalid',
        );
        return;
      }
      expect(money.currency).toBe((code as string).toUpperCase());
      expect(money.currency).toMatch(/^[A-Z]{3}$/);
      expect(money.digits).toBe(currencyDigits(money.currency));
      expect(Number.isSafeInteger(money.minorUnits) && money.minorUnits >= 0).toBe(true);
      expect(Object.is(money.minorUnits, -0) || Object.is(money.value, -0)).toBe(false);
      // What is forgiven is a double's inexactness, a small part of the smallest unit.
      const forgiven = 0.1 * 10 ** -money.digits + 2 * money.value * Number.EPSILON;
      expect(Math.abs(Number(toDecimal(money)) - (value as number))).toBeLessThan(forgiven);
      expect(AltaPayFactory.getAmount(value as number, code as string)).toEqual(money);
    });
    fc.assert(property, { examples: [[348_435_974_087.28, 'UYW']] });
  });

  it('of an order is above nothing, or the answer is refused', () => {
    const property = fc.property(hostileAmount, hostileCurrency, (value, code) => {
      const answer = withField(sessionAnswer(), 'order.amount', { value, currency: code });
      const money = toMoney(value, code);
      const refusal = codeOf(() => {
        expect(parseSession(answer, parsing).order.amount).toEqual(money);
        expect(money?.minorUnits).toBeGreaterThan(0);
      });
      expect(refusal).toBe(money?.minorUnits ? undefined : 'response_invalid');
    });
    fc.assert(property);
  });

  it('is written with exactly its digits, in every currency and language', () => {
    const property = fc.property(
      fc.integer({ min: 0, max: 1e14 }),
      fc.oneof(
        currency.map(({ code }) => code),
        fc.constantFrom(...Intl.supportedValuesOf('currency')),
      ),
      hostileLocale,
      (minorUnits, code, locale) => {
        const digits = currencyDigits(code);
        const money = { value: minorUnits / 10 ** digits, currency: code, minorUnits, digits };
        const figures = String(minorUnits).padStart(digits + 1, '0');
        expect(asciiDigits(formatMoney(money, locale))).toBe(figures);
        expect(formatMoney(money, 'en').replaceAll(',', '')).toContain(toDecimal(money));
      },
    );
    fc.assert(property);
  });
});
