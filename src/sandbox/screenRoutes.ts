import { Hono } from 'hono';
import { html } from 'hono/html';
import { apiPath } from './apiPath.js';
import type { Checkout } from './checkout.js';
import { createLinkId } from './createLinkId.js';
import { renderPage } from './page.js';
import { pageTexts } from './pageTexts.js';
import { renderPaymentPage } from './paymentPage.js';
import { createPayment } from './payments.js';
import { Problem } from './problem.js';
import { type Screen, screens } from './screens.js';
import { screensScript } from './screensScript.js';
import type { SessionBody } from './sessionSchema.js';
import { addLink, type SessionRecord } from './store.js';

const DAY = 86_400_000;

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
    return c.redirect(`/__sandbox/screens/${screen.name}/page${search}${makeLink(checkout, screen)}`, 303);
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

function makeLink({ store, now }: Checkout, screen: Screen): string {
  if (screen.link === 'none') return '';
  const createdAt = screen.session === 'EXPIRED' ? now() - 15 * DAY : now();
  const session: SessionRecord = { id: crypto.randomUUID(), createdAt, body: { order: makeOrder(screen) } };
  if (screen.session === 'PAID' || screen.session === 'CANCELLED') session.settled = screen.session;
  const id = createLinkId();
  store.state.sessions.set(session.id, session);
  if (screen.link !== 'broken') {
    const window = { validityMs: 14 * DAY, activationMs: 10 * 60_000, amountsShown: {} };
    addLink(store.state, {
      id,
      authId: crypto.randomUUID(),
      sessionId: session.id,
      createdAt,
      ...window,
    });
  }
  if (screen.session === 'PROCESSING') createPayment(store.state, session, 'card', now());
  return `#${new URLSearchParams({ sessionId: session.id, linkId: id }).toString()}`;
}

function makeOrder({ order = 'short' }: Screen): SessionBody['order'] {
  const orderLines = LINES[order];
  const value = orderLines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  return { orderId: 'HC-2041', amount: { value, currency: 'DKK' }, orderLines: [...orderLines] };
}

const line = (description: string, quantity: number, unitPrice: number) => ({
  itemId: description.slice(0, 8),
  description,
  quantity,
  unitPrice,
});

type Line = ReturnType<typeof line>;

const LINES: Readonly<Record<NonNullable<Screen['order']>, readonly Line[]>> = {
  short: [
    line('Morning roast, whole beans, 500 g', 2, 89),
    line('Stoneware mug', 1, 149),
    line('Delivery', 1, 39),
  ],
  long: Array.from({ length: 40 }, (_, index) =>
    line(`Filter papers, box ${index + 1}`, (index % 3) + 1, 12),
  ),
  odd: [
    line('Donaudampfschifffahrtselektrizitätenhauptwerk', 1, 1_249),
    line('قهوة عربية محمصة 250 غ', 3, 64),
    line('☕️ <b>Bold</b> & “quoted”', 12, 5),
  ],
};
