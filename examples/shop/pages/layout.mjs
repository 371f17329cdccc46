import { html } from 'hono/html';
import { shopName } from '../catalogue.mjs';

/** @typedef {ReturnType<typeof html>} Html */

const brand = html`<svg viewBox="0 0 32 32" aria-hidden="true">
    <path
      d="M6 12h17v7a7 7 0 0 1-7 7h-3a7 7 0 0 1-7-7zM23 14h1.5a3.5 3.5 0 0 1 0 7H23M11 8c0-2 2-2 2-4M17 8c0-2 2-2 2-4"
    />
  </svg>
  <span>${shopName}</span>`;

/**
 * The frame of every page of the shop.
 *
 * @param {object} page
 * @param {string} page.title
 * @param {Html} page.body
 * @param {Html} [page.head]
 * @param {string} [page.language]
 * @param {boolean} [page.forPayer]  A payer's page: no way into the merchant's side.
 */
export function layout({ title, body, head = html``, language = 'en', forPayer = false }) {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${shopName}</title>
        ${forPayer ? '' : html`<link rel="icon" href="/assets/cup.svg" />`}
        <link rel="stylesheet" href="/assets/shop.css" />
        ${head}
      </head>
      <body class="${forPayer ? 'payer' : 'merchant'}">
        <header class="site-header">
          ${forPayer ? html`<p class="brand">${brand}</p>` : html`<a class="brand" href="/">${brand}</a>`}
        </header>
        ${body}
      </body>
    </html>`;
}
