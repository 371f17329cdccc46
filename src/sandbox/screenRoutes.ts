import { Hono } from 'hono';
import { html } from 'hono/html';
import { apiPath } from './apiPath.js';
import type { Checkout } from './checkout.js';
import { fixtureLines } from './fixtures.js';
import { makeLink, makeOrder } from './makeLink.js';
import { renderPage } from './page.js';
import { pageTexts } from './pageTexts.js';
import { renderPaymentPage } from './paymentPage.js';
import { Problem } from './problem.js';
import { type Screen, screens } from './screens.js';
import { screensScript } from './screensScript.js';

/** `/__sandbox/screens`: every screen of the picker, opened on demand by the SDK itself, for eyes and for tests. */
export function screenRoutes(checkout: Checkout): Hono {
  const app = new Hono();

  app.get('/screens', () => renderIndex());

  app.get('/screens.js', (c) =>
    c.body(screensScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );

  // Opening one makes a session in the right condition, and goes to the page with that session's link.
  app.get('/screens/:name', (c) => {
    const screen = findScreen(c.req.param('name'));
    const { search } = new URL(c.req.url);
    return c.redirect(`/__sandbox/screens/${screen.name}/page${search}${linkTo(checkout, screen)}`, 303);
  });

  app.get('/screens/:name/page', (c) => {
    const screen = findScreen(c.req.param('name'));
    const { theme = 'auto', preset = 'plain', lang = 'en' } = c.req.query();
    const merchant = checkout.merchant.name;
    const texts = pageTexts(lang);
    const container = { screen: JSON.stringify(screen), 'api-path': apiPath, merchant, theme, preset };
    return renderPaymentPage(
      { ...texts, lang, help: texts.help(merchant), data: {}, script: '/__sandbox/screens.js', container },
      theme,
    );
  });

  return app;
}

function findScreen(name: string): Screen {
  const screen = screens.find((candidate) => candidate.name === name);
  if (!screen) throw new Problem(404, 'NOT_FOUND', 'There is no such screen.');
  return screen;
}

function renderIndex(): Promise<Response> {
  const themes = ['auto', 'light', 'dark'];
  const links = screens.map(
    ({ name, title }) =>
      html`<p>
        ${title}<br />
        ${themes.map((theme) => html`<a href="/__sandbox/screens/${name}?theme=${theme}">${theme}</a> `)}
      </p>`,
  );
  const body = html`<div class="card">
    <h1>Every screen</h1>
    <p class="quiet">Add lang=da or preset=rounded|compact to a screen’s address for another look.</p>
    ${links}
  </div>`;
  return renderPage({ title: 'Every screen', body });
}

function linkTo(checkout: Checkout, screen: Screen): string {
  if (screen.link === 'none') return '';
  const fixture = screen.session && FIXTURES[screen.session];
  const { sessionId, linkId } = makeLink(
    checkout,
    { fixture, order: makeOrder(LINES[screen.order ?? 'short']) },
    'https://checkout.test',
  );
  if (screen.link === 'broken') checkout.store.state.links.delete(linkId);
  return `#${new URLSearchParams({ sessionId, linkId }).toString()}`;
}

const FIXTURES = {
  PAID: 'paid',
  CANCELLED: 'cancelled',
  PROCESSING: 'processing',
  EXPIRED: 'expired',
} as const;

const line = (description: string, quantity: number, unitPrice: number) => ({
  itemId: description.slice(0, 8),
  description,
  quantity,
  unitPrice,
});

const LINES: Readonly<Record<NonNullable<Screen['order']>, typeof fixtureLines>> = {
  short: fixtureLines,
  long: Array.from({ length: 40 }, (_, index) =>
    line(`Filter papers, box ${index + 1}`, (index % 3) + 1, 12),
  ),
  odd: [
    line('Donaudampfschifffahrtselektrizitätenhauptwerk', 1, 1_249),
    line('قهوة عربية محمصة 250 غ', 3, 64),
    line('☕️ <b>Bold</b> & “quoted”', 12, 5),
  ],
};
