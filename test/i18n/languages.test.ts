// @vitest-environment node
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { textDirection } from '../../src/core/canonicalLocale.js';
import { languages } from '../../src/i18n/languages.js';
import { english } from '../../src/i18n/messages.js';

const folder = fileURLToPath(new URL('../../src/i18n/lang/', import.meta.url));
const files = readdirSync(folder).map((file) => file.replace('.ts', ''));
const COUNTED = 'orderLineCount';
const placesIn = (message: string): string[] =>
  [...message.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

/** What a language says of the money must be the same sentence wherever English says the same. */
const MONEY = [
  /^No payment was started\./,
  /^You have not been charged\./,
  /You have not been charged yet\.$/,
] as const;
// Thai parts sentences by a space alone.
const FIRST_SENTENCE = /^(?:[^.。]+[.。]|\S+)/;
const LAST_SENTENCE = /(?:[^.。]+[.。]|[^\s。]+)$/;

const BUTTONS = ['tryAgain', 'checkAgain', 'payAmount', 'initiating', 'continueToPayment'];
const HEADINGS = Object.keys(english).filter((key) => `${key}Help` in english);
// At 320 px a line of a heading or a button holds about 22 letters of these sizes; Chinese, Japanese and Korean ones are
// twice as wide, and break anywhere.
const widthOf = (text: string): number => text.replace(/[\u3000-\u9fff\uff00-\uffef]/g, 'xx').length;
const WORD = 22;
const BUTTON = 34;
const HEADING = 64;

/** The numbers of lines that fall in each plural category, of those an order may have. */
function countsByCategory(lang: string): Map<string, number[]> {
  const rules = new Intl.PluralRules(lang);
  const counts = new Map<string, number[]>();
  for (let count = 0; count <= 1000; count++) {
    const category = rules.select(count).replace(/^./, (letter) => letter.toUpperCase());
    counts.set(category, [...(counts.get(category) ?? []), count]);
  }
  return counts;
}

describe.each(files)('the language file %s', async (lang) => {
  const { messages } = (await import(`../../src/i18n/lang/${lang}.ts`)) as {
    messages: Record<string, string>;
  };
  const texts = Object.values(messages);
  const textsWhere = (said: RegExp): string[] =>
    Object.entries(english)
      .filter(([, text]) => said.test(text))
      .map(([key]) => messages[key]!);

  it('says all that English says, and nothing else', () => {
    const keys = (of: object): string[] =>
      Object.keys(of)
        .filter((key) => !key.startsWith(COUNTED))
        .sort();
    expect(keys(messages)).toEqual(keys(english));
  });

  it('counts an order’s lines in every plural category it has', () => {
    const forms = Object.keys(messages).filter((key) => key.startsWith(COUNTED));
    const categories = new Set([...countsByCategory(lang).keys(), 'One', 'Other']);
    expect(forms.sort()).toEqual([...categories].map((category) => `orderLineCount${category}`).sort());
  });

  it('says how many lines, unless the words say it', () => {
    for (const [category, counts] of countsByCategory(lang)) {
      const places = placesIn(messages[`orderLineCount${category}`]!);
      expect(places.length).toBeLessThan(2);
      if (counts.length > 1) expect(places).toEqual(['{count}']);
    }
  });

  it.each(Object.entries(english).filter(([key]) => !key.startsWith(COUNTED)))(
    'has in %s the places of English',
    (key, text) => {
      expect(placesIn(messages[key] ?? '')).toEqual(placesIn(text));
    },
  );

  it('leaves nothing empty, and holds no markup', () => {
    for (const text of texts) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
      expect(text).not.toMatch(/[<>&]/);
    }
  });

  it('is no copy of English, and has none of its words left', () => {
    const same = Object.entries(english).filter(([key, text]) => messages[key] === text);
    expect(same.length).toBeLessThan(5);
    const left = texts.filter((text) =>
      /(?<!\p{L})(?:the|you|your|please|pay|payment|again)(?!\p{L})/iu.test(text),
    );
    expect(left).toEqual([]);
  });

  it('is set as a printer would: no typewriter’s quotes, dots or spaces, and letters composed', () => {
    for (const text of texts) {
      expect(text).not.toMatch(/['"`´]|\.\.|\s{2}/);
      expect(text.normalize('NFC')).toBe(text);
    }
  });

  it('ends no sentence with an amount where one ends with a dot of its own, as “kr.” does', () => {
    const dotted = Intl.supportedValuesOf('currency').filter((currency) => {
      const { format } = new Intl.NumberFormat(lang, { style: 'currency', currency });
      // Of Curaçao and Sint Maarten, and nobody's in these languages.
      return currency !== 'XCG' && /\.\p{Cf}*$/u.test(format(1));
    });
    expect(dotted.length > 0).toBe(['ar', 'da', 'is'].includes(lang));
    for (const text of dotted.length > 0 ? texts : []) expect(text).not.toMatch(/\{(?:amount|from|to)\}\./);
  });

  it('is written in the direction it is shown in', () => {
    const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
    const letters = texts.join('').replace(/\{\w+\}|Wi-Fi|QR/g, '');
    expect(rightToLeft.test(letters)).toBe(textDirection(lang) === 'rtl');
    if (textDirection(lang) === 'rtl') expect(letters).not.toMatch(/[a-z]|\u200e|\u200f/i);
  });

  it.each(MONEY)('says %s in one sentence everywhere', (said) => {
    const sentence = said.source.startsWith('^') ? FIRST_SENTENCE : LAST_SENTENCE;
    const sentences = new Set(textsWhere(said).map((text) => sentence.exec(text)?.[0].trim()));
    expect(sentences.size).toBe(1);
  });

  it('fits a phone 320 px wide', () => {
    for (const key of BUTTONS) expect(widthOf(messages[key]!), key).toBeLessThanOrEqual(BUTTON);
    for (const key of HEADINGS) expect(widthOf(messages[key]!), key).toBeLessThanOrEqual(HEADING);
    const words = [...BUTTONS, ...HEADINGS].flatMap((key) => messages[key]!.split(/[\s-]/));
    // Thai and the like have no spaces between words, and break without.
    const unbroken = words.filter((word) => !/[\p{Script=Thai}\u3000-\u9fff]/u.test(word));
    expect(unbroken.filter((word) => word.length > WORD)).toEqual([]);
  });
});

describe('English', () => {
  it('has a help for what it has a heading for', () => {
    const helps = Object.keys(english).filter((key) => key.endsWith('Help'));
    expect(helps.length).toBeGreaterThan(20);
    for (const help of helps) expect(Object.keys(english)).toContain(help.replace(/Help$/, ''));
  });

  it.each(MONEY)('says %s more than once', (said) => {
    expect(Object.values(english).filter((text) => said.test(text)).length).toBeGreaterThan(1);
  });
});

describe('the list of languages', () => {
  it('names every file, and no other', async () => {
    expect([...languages.keys()].sort()).toEqual([...files].sort());
    for (const [lang, load] of languages)
      expect(await load()).toEqual(await import(`../../src/i18n/lang/${lang}.ts`));
  });

  it('has its words in the glossary, one row for each file', () => {
    const glossary = readFileSync(`${folder}../README.md`, 'utf8');
    const rows = [...glossary.matchAll(/^\| \w+ `(\w+)` .*$/gm)];
    expect(rows.map(([, lang]) => lang).sort()).toEqual([...files].sort());
    for (const [row] of rows) expect(row.split('|').filter((cell) => cell.trim() !== '')).toHaveLength(11);
  });
});
