import { describe, expect, it } from 'vitest';
import { AltaPayFactory } from '../../src/core/altaPayFactory.js';

describe('AltaPayFactory.getAmount', () => {
  it('makes the amount of AltaPay’s own example', () => {
    const amount = AltaPayFactory.getAmount(30_098.52, 'DKK');
    expect(amount).toEqual({ value: 30_098.52, currency: 'DKK', minorUnits: 3_009_852, digits: 2 });
  });

  it.each([
    [2_049.995, 'DKK', 'got "2049.995", "DKK"'],
    [12.5, 'EURO', 'got "12.5", "EURO"'],
    ['12.50', 'EUR', 'got "12.50", "EUR"'],
    [NaN, 'EUR', 'got "NaN", "EUR"'],
    [10n, 'EUR', 'got bigint, "EUR"'],
    [{}, null, 'got object, object'],
    [undefined, undefined, 'got undefined, undefined'],
    ['x'.repeat(1e6), 'EUR', `got "${'x'.repeat(20)}", "EUR"`],
  ])('says what came and what is wanted for %s %s', (value, currency, got) => {
    const attempt = (): unknown => AltaPayFactory.getAmount(value as number, currency as never);
    expect(attempt).toThrow(expect.objectContaining({ code: 'options_invalid' }));
    expect(attempt).toThrow(got);
    expect(attempt).toThrow(/number.*ISO 4217/);
  });
});
