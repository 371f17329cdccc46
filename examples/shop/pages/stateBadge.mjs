import { html } from 'hono/html';

/** @type {Record<import('../orders.mjs').OrderState, string>} */
export const stateLabels = { new: 'New', waiting: 'Waiting for payment', paid: 'Paid' };

/**
 * @param {import('../orders.mjs').OrderState} state
 * @param {string} [id]
 */
export function stateBadge(state, id) {
  return html`<span class="badge" data-state="${state}" ${id ? html`id="${id}"` : ''}
    >${stateLabels[state]}</span
  >`;
}
