import { pageWords } from './pageWords.js';

/** The words around the picker on Checkout's default page. */
export type PageTexts = {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly note: string;
  readonly noScript: string;
  readonly help: (merchant: string) => string;
};

const NORWEGIAN = /^n[bn]$/;

/**
 * The texts in the first language the browser asks for that there are texts in; the picker takes its language from the page.
 *
 * @param acceptLanguage - RFC 9110 `Accept-Language`; its order is taken for its preference.
 */
export function pageTexts(acceptLanguage: string): PageTexts {
  const wanted = acceptLanguage
    .split(',')
    .map((range) => /^\s*([a-z]+)/i.exec(range)?.[1]?.toLowerCase() ?? '');
  const lang = wanted.map((language) => language.replace(NORWEGIAN, 'no')).find(hasWords) ?? 'en';
  const [title, note, noScript, help] = pageWords[lang];
  return {
    lang,
    dir: /ar|he/.test(lang) ? 'rtl' : 'ltr',
    title,
    // No line begins with its dash.
    note: note.replace(' –', '\u00a0–'),
    noScript,
    help: (merchant) => help.replace('{merchant}', () => merchant),
  };
}

const hasWords = (language: string): language is keyof typeof pageWords => Object.hasOwn(pageWords, language);
