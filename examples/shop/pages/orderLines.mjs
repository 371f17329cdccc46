import { html } from 'hono/html';
import { formatMoney } from '../formatMoney.mjs';
import { lineTax, lineTotal } from '../orders.mjs';

/**
 * What was ordered, line by line, with the tax in it and the total.
 *
 * @param {import('../orders.mjs').Order} order
 */
export function orderLines(order) {
  const tax = order.lines.reduce((sum, line) => sum + lineTax(line), 0);
  return html`<table class="lines">
    <thead class="visually-hidden">
      <tr>
        <th scope="col">Description</th>
        <th scope="col">Amount</th>
      </tr>
    </thead>
    <tbody>
      ${order.lines.map(
        (line) =>
          html`<tr>
            <td>
              ${line.quantity > 1 ? html`<span class="quiet">${line.quantity} ×</span> ` : ''}${line.description}
            </td>
            <td>${formatMoney(lineTotal(line), order.currency)}</td>
          </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr class="quiet">
        <th scope="row">VAT in it</th>
        <td>${formatMoney(tax, order.currency)}</td>
      </tr>
      <tr class="total">
        <th scope="row">Total</th>
        <td>${formatMoney(order.total, order.currency)}</td>
      </tr>
    </tfoot>
  </table>`;
}
