import { html } from 'hono/html';
import { renderPage } from './page.js';

const STYLE = `
main{max-width:none}
form{display:flex;flex-wrap:wrap;gap:.75rem;position:sticky;top:0;z-index:1;padding:.75rem 0;background:var(--ground)}
label{margin:0}
select{display:block;min-height:2.75rem;margin-top:.25rem;padding:.25rem .5rem;font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--edge);border-radius:.5rem}
output{align-self:end;padding-block:.6rem}
#entries{display:flex;flex-wrap:wrap;gap:1.5rem}
figure{margin:0;content-visibility:auto;contain-intrinsic-size:234px 560px}
figcaption{max-width:20rem;min-height:3.5rem;font-size:.875rem}
figcaption a{display:block;color:inherit;padding-block:.25rem}
iframe{zoom:.6;border:1px solid var(--edge);border-radius:1rem;background:var(--paper)}
`;

/** The gallery: an index of every screen in every look and language, each in a frame that loads when it comes into sight. */
export function renderGallery(): Promise<Response> {
  const body = html`<h1>Gallery</h1>
    <p class="quiet">
      Every screen a payer can meet, drawn by the SDK itself. Each caption links to the screen alone.
    </p>
    <form></form>
    <div id="entries"></div>`;
  return renderPage({ title: 'Gallery', body, style: STYLE, scriptFile: '/__sandbox/gallery.js' });
}
