import { canonicalLocale, textDirection } from '../core/canonicalLocale.js';
import type { Messages } from '../core/messageKeys.js';
import { importLanguage, LANGUAGES } from './importLanguage.js';
import { english } from './messages.js';

/** The texts, and how amounts and times are written beside them. */
export type Texts = {
  readonly messages: Messages;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly locale: string;
};

/**
 * The payer's texts: English at once, and the payer's language as soon as its file is here. Never waits for it.
 *
 * @param wanted - The option, the page's language, the browser's languages, in that order.
 * @param overrides - The merchant's own words; they win in every language.
 * @param onChange - Called when the language has arrived; should it not load, the texts stay English.
 * @returns What is there now.
 */
export function createTexts(
  wanted: readonly unknown[],
  overrides: Partial<Messages> | undefined,
  onChange: () => void,
): () => Texts {
  const locale = firstSpoken(wanted);
  const lang = languageOf(locale);
  let texts = toTexts('en', english, overrides, locale);
  if (lang !== 'en')
    void importLanguage(lang).then(
      ({ messages }) => {
        texts = toTexts(lang, messages, overrides, locale);
        onChange();
      },
      () => undefined,
    );
  return () => texts;
}

// The first language wanted that we speak, with its region, which decides how amounts are written.
function firstSpoken(wanted: readonly unknown[]): string {
  for (const candidate of wanted) {
    const locale = canonicalLocale([candidate]);
    const isFallback = locale === 'en' && !/^en/i.test(String(candidate));
    if (!isFallback && (languageOf(locale) === 'en' || LANGUAGES.includes(languageOf(locale)))) return locale;
  }
  return 'en';
}

function languageOf(locale: string): string {
  return locale.replace(/-.*/, '').replace(/^n[bn]$/, 'no');
}

function toTexts(
  lang: string,
  messages: Messages,
  overrides: Partial<Messages> | undefined,
  locale: string,
): Texts {
  return { messages: { ...messages, ...overrides }, lang, dir: textDirection(lang), locale };
}
