import { describe, expect, it } from 'vitest';
import { lineTotals } from '../../src/core/lineTotals.js';
import { toMoney } from '../../src/core/money.js';
import type { Order, OrderLine } from '../../src/core/session.js';

function line(unitPrice: number, quantity = 1, taxAmount = 0): OrderLine {
  return { itemId: 'i', description: 'd', unitPrice, quantity, taxAmount };
}

function order(value: number, currency: string, ...orderLines: OrderLine[]): Order {
  const amount = toMoney(value, currency);
  if (!amount) throw new Error('The test’s own amount is wrong');
  return { orderId: '1', amount, orderLines };
}

function minorUnits(of: Order): readonly number[] | undefined {
  return lineTotals(of)?.map((total) => total.minorUnits);
}

describe('lineTotals', () => {
  it('adds a line’s tax to unit price times quantity', () => {
    expect(lineTotals(order(125, 'DKK', line(50, 2, 25)))).toEqual([
      { value: 125, currency: 'DKK', minorUnits: 12_500, digits: 2 },
    ]);
  });

  it('keeps a negative handling line', () => {
    expect(minorUnits(order(90, 'EUR', line(100), line(-10)))).toEqual([10_000, -1_000]);
  });

  it('counts in the currency’s own minor units', () => {
    expect(minorUnits(order(300, 'JPY', line(100, 3)))).toEqual([300]);
    expect(minorUnits(order(0.003, 'KWD', line(0.001, 3)))).toEqual([3]);
  });

  it('rounds once per line, halves away from nothing', () => {
    expect(minorUnits(order(1.01, 'EUR', line(1.005)))).toEqual([101]);
    expect(minorUnits(order(1, 'EUR', line(2.005), line(-1.005)))).toEqual([201, -101]);
    expect(minorUnits(order(59.97, 'EUR', line(19.99, 3)))).toEqual([5_997]);
    expect(minorUnits(order(0.01, 'EUR', line(0.0025, 3)))).toEqual([1]);
  });

  it('writes a free line as plain nothing', () => {
    const totals = lineTotals(order(5, 'EUR', line(5), line(-0)));
    expect(Object.is(totals?.[1]?.minorUnits, 0)).toBe(true);
  });

  it.each([
    ['do not add up', order(100, 'EUR', line(99.99))],
    ['are not there', order(100, 'EUR')],
    ['are beyond counting', order(100, 'EUR', line(1e308, 1e308))],
  ])('gives nothing where the lines %s', (_, of) => {
    expect(lineTotals(of)).toBeUndefined();
  });
});
