import { html } from 'hono/html';

const dateAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** @param {Date} date */
export function formatClock(date) {
  return clock.format(date);
}

/** @param {Date} date */
export function timeElement(date) {
  return html`<time datetime="${date.toISOString()}">${dateAndTime.format(date)}</time>`;
}
