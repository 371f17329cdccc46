import { Hono } from 'hono';
import { apiPath } from './apiPath.js';
import type { Checkout } from './checkout.js';
import type { fixtureLines } from './fixtures.js';
import {
  chosenEntries,
  galleryAddress,
  galleryLocales,
  galleryPresets,
  galleryThemes,
} from './galleryEntries.js';
import { galleryScript } from './galleryScript.js';
import { makeLink, makeOrder } from './makeLink.js';
import { pageTexts } from './pageTexts.js';
import { renderGallery } from './renderGallery.js';
import { renderPaymentPage } from './paymentPage.js';
import { Problem } from './problem.js';
import { type Screen, screens } from './screens.js';
import { screensScript } from './screensScript.js';

/** `/__sandbox/screens`: every screen of the picker, opened on demand by the SDK itself, for eyes and for tests. */
export function screenRoutes(checkout: Checkout): Hono {
  const app = new Hono();
  const merchant = checkout.merchant.name;

  app.get('/screens', () => renderGallery());

  app.get('/screens.js', (c) =>
    c.body(screensScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );

  app.get('/gallery.js', (c) =>
    c.body(galleryScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );

  app.get('/gallery.json', (c) => c.json(gallery));

  app.get('/screens/:name', (c) => {
    findScreen(c.req.param('name'));
    const { theme, lang } = lookOf(c.req.query());
    const texts = pageTexts(lang);
    return renderPaymentPage(
      { ...texts, help: texts.help(merchant), data: {}, script: '/__sandbox/screens.js' },
      theme,
    );
  });

  // Asking for one makes a session in the right condition, and a link to it.
  app.get('/screens/:name/entry', (c) => {
    const screen = findScreen(c.req.param('name'));
    const { theme, preset, lang } = lookOf(c.req.query());
    return c.json({ screen, theme, preset, locale: lang, link: linkTo(checkout, screen), apiPath, merchant });
  });

  return app;
}

/** What the gallery's page and the scripts that take its pictures choose from. */
const gallery = {
  screens: screens.map(({ name, title }) => ({ name, title })),
  themes: galleryThemes,
  presets: galleryPresets,
  locales: galleryLocales,
  chosen: chosenEntries.map(galleryAddress),
};

const lookOf = ({ theme = 'auto', preset = 'plain', lang = 'en' }: Record<string, string>) => ({
  theme,
  preset,
  lang,
});

function findScreen(name: string): Screen {
  const screen = screens.find((candidate) => candidate.name === name);
  if (!screen) throw new Problem(404, 'NOT_FOUND', 'There is no such screen.');
  return screen;
}

function linkTo(checkout: Checkout, { link, fixture, order }: Screen): string {
  if (link === 'none') return '';
  const wish = { fixture, order: order && makeOrder(LINES[order]) };
  const { sessionId, linkId } = makeLink(checkout, wish, 'https://checkout.test');
  if (link === 'broken') checkout.store.state.links.delete(linkId);
  return `#${new URLSearchParams({ sessionId, linkId }).toString()}`;
}

const line = (description: string, quantity: number, unitPrice: number) => ({
  itemId: description.slice(0, 8),
  description,
  quantity,
  unitPrice,
});

const LINES: Readonly<Record<NonNullable<Screen['order']>, typeof fixtureLines>> = {
  long: Array.from({ length: 40 }, (_, index) =>
    line(`Filter papers, box ${index + 1}`, (index % 3) + 1, 12),
  ),
  odd: [
    line('Donaudampfschifffahrtselektrizitätenhauptwerk', 1, 1_249),
    line('قهوة عربية محمصة 250 غ', 3, 64),
    line('☕️ <b>Bold</b> & “quoted”', 12, 5),
  ],
  dear: [
    line('Container of coffee, forty feet, with insurance and freight', 12, 8_230_452_263.45),
    line('Storage', 1, 24_691_357_827.6),
  ],
};
