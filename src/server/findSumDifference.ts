import { lineTotals } from '../core/lineTotals.js';
import { toMoney } from '../core/money.js';
import type { CheckoutOrder } from './checkoutOrder.js';
import type { FieldProblem } from './checkoutError.js';

/**
 * Tells where an order's lines come to something else than its amount. AltaPay's own samples have such orders, so it is worth
 * a warning and no refusal: payers then see the lines without what each comes to.
 *
 * @returns The problem, or `undefined` where the sums agree or there are no lines.
 */
export function findSumDifference({
  orderId,
  amount,
  orderLines = [],
}: CheckoutOrder): FieldProblem | undefined {
  const money = toMoney(amount.value, amount.currency);
  if (!money || orderLines.length === 0) return undefined;
  const lines = orderLines.map((line) => ({ ...line, taxAmount: line.taxAmount ?? 0 }));
  if (lineTotals({ orderId, amount: money, orderLines: lines })) return undefined;
  const sum = lines.reduce((total, line) => total + line.unitPrice * line.quantity + line.taxAmount, 0);
  const [told, found] = [amount.value, sum].map((value) => value.toFixed(money.digits));
  return { field: 'order.amount.value', message: `is ${told}, but the order lines come to ${found}` };
}
