import { describe, expect, it } from 'vitest';
import { languages } from '../../src/i18n/languages.js';
import { pageTexts } from '../../src/sandbox/pageTexts.js';
import { pageWords } from '../../src/sandbox/pageWords.js';

describe('the words of the default page', () => {
  it('are there in every language the picker speaks, and name the merchant', () => {
    expect(Object.keys(pageWords).sort()).toEqual(['en', ...languages.keys()].sort());
    for (const lang of Object.keys(pageWords)) {
      expect(pageTexts(lang)).toMatchObject({ lang, dir: /^(?:ar|he)$/.test(lang) ? 'rtl' : 'ltr' });
      expect(pageTexts(lang).help('$& Sons')).toContain('$& Sons');
    }
  });

  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['nb-NO,nb;q=0.9,en', 'no'],
    ['zh-CN', 'zh'],
    ['cy, PT-BR;q=0.7', 'pt'],
    ['fil,haw', 'en'],
    ['constructor', 'en'],
    ['', 'en'],
  ])('are in the first language that %j asks for', (acceptLanguage, lang) => {
    expect(pageTexts(acceptLanguage).lang).toBe(lang);
  });
});
