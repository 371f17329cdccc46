import { describe, expect, it } from 'vitest';
import { AltaPayFactory } from '../../src/core/altaPayFactory.js';

describe('AltaPayFactory.getAmount', () => {
  it('makes the amount of AltaPay’s own example', () => {
    const amount = AltaPayFactory.getAmount(30_098.52, 'DKK');
    expect(amount).toEqual({ value: 30_098.52, currency: 'DKK', minorUnits: 3_009_852, digits: 2 });
  });

  it.each([
    [2_049.995, 'DKK'],
    [12.5, 'EURO'],
    ['12.50', 'EUR'],
    [NaN, 'EUR'],
    [10n, 'EUR'],
    [{}, null],
    [undefined, undefined],
    ['x'.repeat(1e6), 'EUR'],
  ])('says what is wanted in place of %s %s', (value, currency) => {
    const attempt = (): unknown => AltaPayFactory.getAmount(value as number, currency as never);
    expect(attempt).toThrow(expect.objectContaining({ code: 'options_invalid' }));
    expect(attempt).toThrow(/^getAmount: wanted a number.*ISO 4217/);
  });
});
