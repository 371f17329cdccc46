import { html, raw } from 'hono/html';

type Markup = ReturnType<typeof html>;

export type Page = {
  readonly status?: number;
  readonly title: string;
  readonly body: Markup;
  /** Runs at the end of the page. Written by us, never from a request. */
  readonly script?: string;
  /** A script of its own, by its path. */
  readonly scriptFile?: string;
  /** Whether other pages may frame it. Default: nothing is said of it. */
  readonly framing?: 'allowed' | 'refused';
  /** What this page adds to the look of all. */
  readonly style?: string;
};

const STYLE = `
:root{color-scheme:light dark;--ink:#17202a;--quiet:#55606d;--paper:#fff;--ground:#eef1f4;--edge:#8a949f;--act:#14532d;--act-ink:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#eef2f5;--quiet:#a9b4bf;--paper:#1c242c;--ground:#12171c;--edge:#75808b;--act:#7fd6a0;--act-ink:#0b1f13}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
main{max-width:26rem;margin:0 auto;padding:1rem}
.card{background:var(--paper);border-radius:.75rem;padding:1.25rem;margin:1rem 0;box-shadow:0 1px 3px #0003}
h1{font-size:1.25rem;margin:0 0 .5rem}
p{margin:.5rem 0;overflow-wrap:anywhere}
.quiet{color:var(--quiet);font-size:.875rem}
.amount{font-size:1.75rem;font-weight:700;margin:.25rem 0}
label{display:block;margin:.75rem 0;font-size:.875rem;color:var(--quiet)}
input{display:block;width:100%;min-height:2.75rem;margin-top:.25rem;padding:.5rem .75rem;font:inherit;font-size:1rem;color:var(--ink);background:transparent;border:1px solid var(--edge);border-radius:.5rem}
[type=hidden]{display:none}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:.75rem}
button,.button{display:block;width:100%;min-height:2.75rem;margin:.75rem 0 0;padding:.5rem 1rem;font:inherit;font-weight:600;text-align:center;text-decoration:none;color:var(--ink);background:transparent;border:1px solid var(--edge);border-radius:.5rem;cursor:pointer}
button.main{color:var(--act-ink);background:var(--act);border-color:var(--act)}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
`;

/** One of the sandbox's own pages: phone first, light and dark, strict CSP, nothing from elsewhere. */
export async function renderPage(page: Page): Promise<Response> {
  const { status = 200, title, body, script, scriptFile, framing, style = '' } = page;
  const nonce = crypto.randomUUID();
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "img-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    // The answer to a form leads on to the shop, wherever that is; Chromium holds redirects to this rule, too.
    "form-action 'self' http: https:",
    "base-uri 'none'",
    ...(framing ? [`frame-ancestors ${framing === 'allowed' ? 'http: https:' : "'none'"}`] : []),
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const markup = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${raw(STYLE + style)}
        </style>
        ${scriptFile ? html`<script nonce="${nonce}" src="${scriptFile}" defer></script>` : ''}
      </head>
      <body>
        <main>${body}</main>
        ${
          script
            ? html`<script nonce="${nonce}">
                ${raw(script)};
              </script>`
            : ''
        }
      </body>
    </html>`;
  return new Response(String(markup), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** A page that says one thing. */
export function renderMessagePage(
  status: number,
  title: string,
  text: string,
  link?: { readonly url: string; readonly label: string },
): Promise<Response> {
  const button = link ? html`<a class="button" href="${link.url}">${link.label}</a>` : '';
  const body = html`<div class="card">
      <h1>${title}</h1>
      <p>${text}</p>
      ${button}
    </div>
    <p class="quiet">Sandbox gateway – no money moves</p>`;
  return renderPage({ status, title, body });
}
