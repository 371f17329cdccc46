import { html, raw } from 'hono/html';

/** What a page with our picker on it needs to say. */
export type PaymentPage = {
  readonly title: string;
  /** BCP 47; also the language the picker starts in. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Attributes of the SDK's script tag, e.g. `{ 'api-url': '…' }` for `data-api-url`. */
  readonly data: Readonly<Record<string, string>>;
  /** A further script beside the SDK, by its path. */
  readonly script?: string;
  /** Attributes of the picker's container, as `data-*`. */
  readonly container?: Readonly<Record<string, string>>;
  /** The file of the language that the SDK will ask for, by its path; it comes beside the SDK, so that no English is seen before it. */
  readonly language?: string;
  /** What stands where the picker will be while there is no JavaScript. */
  readonly noScript: string;
  readonly help: string;
  readonly note: string;
};

/** The SDK's script, below `readAsset`'s folder. */
export const sdkScript = 'altapay.min.js';

/** The boxes of the skeleton, by their places and sizes. */
const bones = (...boxes: readonly string[]) =>
  boxes.map((box) => `linear-gradient(var(--bone) 0 0) ${box}`).join();
const [ORDER, CHOICE] = ['calc((100% - 80px)*5/11)', 'calc((100% - 80px)*6/11)'];

/** What the picker shows while it loads, shown while its script does: a slow network has something to look at, and nothing moves. */
const SKELETON = `
@media(scripting){
main:not(:has(>div))::before{content:"";display:block;height:532px;background:${bones(
  '16px 39px/144px 16px',
  'right 16px top 78px/144px 16px',
  '50% 114px/calc(100% - 32px) 98px',
  '50% 258px/calc(100% - 32px) 56px',
  '50% 316px/calc(100% - 32px) 56px',
  '50% 374px/calc(100% - 32px) 54px',
  '50% 444px/calc(100% - 32px) 52px',
)};background-repeat:no-repeat}
[dir=rtl] main::before{scale:-1 1}
@media(min-width:42rem){main:not(:has(>div))::before{height:320px;background:${bones(
  '16px 39px/144px 16px',
  `16px 114px/${ORDER} 98px`,
  `right 16px top 46px/${CHOICE} 56px`,
  `right 16px top 104px/${CHOICE} 56px`,
  `right 16px top 162px/${CHOICE} 54px`,
  `right 16px top 232px/${CHOICE} 52px`,
)};background-repeat:no-repeat}}
}`;

const STYLE = `
:root{color-scheme:light dark;--ink:#17202a;--quiet:#566270;--paper:#fff;--ground:#eef1f5;--bone:#e6e8ec}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark;--ink:#eef2f5;--quiet:#a9b4bf;--paper:#16191f;--ground:#0d0f13;--bone:#2d3239}
@media(prefers-color-scheme:dark){:root:not([data-theme=light]){--ink:#eef2f5;--quiet:#a9b4bf;--paper:#16191f;--ground:#0d0f13;--bone:#2d3239}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
header,footer{width:100%;max-width:60rem;margin:0 auto;padding:.75rem 1rem;color:var(--quiet);font-size:.875rem}
header{display:flex;align-items:center;gap:.5rem}
header h1{margin:0;font-size:.875rem;font-weight:600;color:var(--ink)}
header svg{width:1.125rem;height:1.125rem;flex:none}
header span{margin-inline-start:auto;text-align:end;text-wrap:balance}
main{width:100%;max-width:60rem;margin:0 auto;background:var(--paper)}
main>p{padding:1rem}
footer{padding-block:1rem 2rem;text-align:center}
footer p{margin:0 auto;max-width:36rem;text-wrap:balance;word-break:auto-phrase}
@media(min-width:42rem){body{padding-block:2rem}header,footer{padding-inline:2rem}main{padding:1rem;border-radius:1rem;overflow:clip;box-shadow:0 1px 3px #0002,0 8px 32px #0001}}
${SKELETON}`;

/** A page made of our own SDK and nothing else, under a strict policy. */
export async function renderPaymentPage(page: PaymentPage, theme?: string): Promise<Response> {
  const nonce = crypto.randomUUID();
  const attributes = (data: Readonly<Record<string, string>>) =>
    Object.entries(data).map(([name, value]) => html` data-${raw(name)}="${value}"`);
  const extra = page.script ? html`<script nonce="${nonce}" src="${page.script}" defer></script>` : '';
  const language = page.language
    ? html`<link rel="modulepreload" nonce="${nonce}" href="${page.language}" />`
    : '';
  const markup = await html`<!doctype html>
    <html lang="${page.lang}" dir="${page.dir}" ${theme ? attributes({ theme }) : ''}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.title}</title>
        <style nonce="${nonce}">
          ${raw(STYLE)}
        </style>
        <script nonce="${nonce}" src="/checkout/assets/${sdkScript}" defer ${attributes(page.data)}></script>
        ${language} ${extra}
      </head>
      <body>
        <header>
          <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
            <path d="M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11" />
          </svg>
          <h1>${page.title}</h1>
          <span>${page.note}</span>
        </header>
        <main id="payment" ${attributes(page.container ?? {})}>
          <noscript><p>${page.noScript}</p></noscript>
        </main>
        <footer><p>${page.help}</p></footer>
      </body>
    </html>`;
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src 'self' https:; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  return new Response(String(markup), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Language',
    },
  });
}
