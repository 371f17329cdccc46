import type { Money, Order } from './session.js';

/**
 * Works out what each order line comes to: unit price × quantity + tax, rounded once per line.
 *
 * @param order - A parsed order.
 * @returns One amount per line (a `handling` line may be negative), or `undefined` where they do not add up to the
 * order's amount: the lines are then shown without totals, never "corrected".
 * @see AltaPay's OrderDetails (contract mark D)
 */
export function lineTotals({ amount, orderLines }: Order): readonly Money[] | undefined {
  const scale = 10 ** amount.digits;
  const totals = orderLines.map(({ unitPrice, quantity, taxAmount }): Money => {
    const minorUnits = roundHalfAway((unitPrice * quantity + taxAmount) * scale);
    return { ...amount, value: minorUnits / scale, minorUnits };
  });
  const sum = totals.reduce((total, { minorUnits }) => total + minorUnits, 0);
  return sum === amount.minorUnits ? totals : undefined;
}

// 1.005 × 100 is 100.49999999999999 as a double; twelve figures leave that behind and keep every real line's.
function roundHalfAway(scaled: number): number {
  return Math.sign(scaled) * Math.round(Number(Math.abs(scaled).toPrecision(12))) + 0;
}
