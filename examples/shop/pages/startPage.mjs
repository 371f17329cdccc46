import { html } from 'hono/html';
import { currencies, delivery, languages, products } from '../catalogue.mjs';
import { formatMoney } from '../formatMoney.mjs';
import { layout } from './layout.mjs';
import { stateBadge } from './stateBadge.mjs';
import { timeElement } from './timeElement.mjs';

/**
 * Where the merchant makes an order and finds the ones there are.
 *
 * @param {{ orders: readonly import('../orders.mjs').Order[], problem?: string }} page
 */
export function startPage({ orders, problem }) {
  return layout({
    title: 'Orders',
    body: html`<main class="two-columns start">
      <section aria-labelledby="new-order">
        <h1 id="new-order">New order</h1>
        ${orderForm(problem)}
      </section>
      <section aria-labelledby="orders">
        <h2 id="orders">Orders</h2>
        ${orders.length === 0 ? html`<p class="quiet card">No orders yet. The first one shows up here.</p>` : orderList(orders)}
      </section>
    </main>`,
  });
}

/** @param {string | undefined} problem */
function orderForm(problem) {
  return html`<form method="post" action="/orders" class="card order-form">
    ${problem ? html`<p class="alert" role="alert">${problem}</p>` : ''}
    <fieldset class="segments">
      <legend>Currency</legend>
      ${Object.keys(currencies).map(
        (currency, index) =>
          html`<label>
            <input type="radio" name="currency" value="${currency}" ${index === 0 ? 'checked' : ''} />
            <span>${currency}</span>
          </label>`,
      )}
    </fieldset>
    <ul class="products">
      ${products.map(
        (product, index) =>
          html`<li>
            <label class="product" for="${product.id}">${nameAndDetail(product)}</label>
            ${prices(product)}
            <input
              id="${product.id}"
              name="${product.id}"
              type="number"
              inputmode="numeric"
              min="0"
              max="20"
              value="${index < 2 ? 1 : 0}"
              required
            />
          </li>`,
      )}
      <li>
        <span class="product">${nameAndDetail(delivery)}</span>
        ${prices(delivery)}
      </li>
    </ul>
    <div class="fields">
      <label
        ><span>Customer’s name <span class="quiet">(optional)</span></span>
        <input name="customerName" autocomplete="off" maxlength="60" />
      </label>
      <label
        ><span>Customer’s language</span>
        <select name="language">
          ${Object.entries(languages).map(([code, name]) => html`<option value="${code}">${name}</option>`)}
        </select>
      </label>
    </div>
    <button class="primary">Make order</button>
  </form>`;
}

/** @param {import('../catalogue.mjs').Product} product */
function nameAndDetail({ name, detail }) {
  return html`<b>${name}</b> <span class="quiet">${detail}</span>`;
}

/** @param {import('../catalogue.mjs').Product} product */
function prices(product) {
  // All of them: the style sheet shows the one of the chosen currency, so the form works without a script.
  const amounts = Object.entries(product.prices).map(
    ([currency, price]) => html`<span data-currency="${currency}">${formatMoney(price, currency)}</span>`,
  );
  return html`<span class="price">${amounts}</span>`;
}

/** @param {readonly import('../orders.mjs').Order[]} orders */
function orderList(orders) {
  return html`<ul class="card order-list">
    ${orders.map(
      (order) =>
        html`<li>
          <a href="/orders/${order.id}">
            <b>${order.id}</b>
            <span class="amount">${formatMoney(order.total, order.currency)}</span>
            <span class="quiet">${order.customerName || timeElement(order.createdAt)}</span>
            ${stateBadge(order.state)}
          </a>
        </li>`,
    )}
  </ul>`;
}
