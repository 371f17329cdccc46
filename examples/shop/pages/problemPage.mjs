import { html } from 'hono/html';
import { layout } from './layout.mjs';

/**
 * @param {{ title: string, text: string }} page
 */
export function problemPage({ title, text }) {
  return layout({
    title,
    forPayer: true,
    body: html`<main class="returned">
      <section class="card">
        <h1>${title}</h1>
        <p>${text}</p>
      </section>
    </main>`,
  });
}
