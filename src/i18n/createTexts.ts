import { canonicalLocale, textDirection } from '../core/canonicalLocale.js';
import type { Messages } from '../core/messageKeys.js';
import { languages } from './languages.js';
import { firstEnglish } from './messages.js';

/** The texts, and how amounts and times are written beside them. */
export type Texts = {
  readonly messages: Messages;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly locale: string;
};

export type SpokenTexts = {
  /** The texts there are now. */
  now(): Texts;
  /** Adds what English says further on. */
  add(english: Partial<Messages>): void;
};

/**
 * The payer's texts: English at once, and the payer's language as soon as its file is here. Never waits for it.
 *
 * @param wanted - The option, the page's language, the browser's languages, in that order.
 * @param overrides - The merchant's own words; they win in every language.
 * @param onChange - Called when the language has arrived; should it not load, the texts stay English.
 */
export function createTexts(
  wanted: readonly unknown[],
  overrides: Partial<Messages> | undefined,
  onChange: () => void,
): SpokenTexts {
  // The first language wanted that we speak, with its region, which decides how amounts are written.
  const locale = wanted.map(canonicalLocale).find(isSpoken) ?? 'en';
  const lang = languageOf(locale);
  let texts: Texts;
  const speak = (lang: string, known: Partial<Messages>): void => {
    // What English does not say yet belongs to states that what says it brings with it.
    const messages = { ...known, ...overrides } as Messages;
    texts = { messages, lang, dir: textDirection(lang), locale };
  };
  speak('en', firstEnglish);
  languages
    .get(lang)?.()
    .then(
      ({ messages }) => {
        speak(lang, messages);
        onChange();
      },
      () => undefined,
    );
  return {
    now: () => texts,
    add(english) {
      if (texts.lang === 'en') speak('en', { ...firstEnglish, ...english });
    },
  };
}

function isSpoken(locale: string | undefined): boolean {
  const lang = locale && languageOf(locale);
  return lang === 'en' || languages.has(lang ?? '');
}

function languageOf(locale: string): string {
  return locale.replace(/-.*/, '').replace(/^n[bn]$/, 'no');
}
