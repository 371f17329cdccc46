import { describe, expect, it, vi } from 'vitest';
import { canonicalLocale, textDirection } from '../../src/core/canonicalLocale.js';

const notTags = [
  '',
  'C',
  ' en',
  'en\0',
  '../../x',
  '__proto__',
  'i-klingon',
  'en_US.UTF-8',
  'x'.repeat(200),
  'x-private',
];

describe('canonicalLocale', () => {
  it.each([
    ['da', 'da'],
    ['da_DK', 'da-DK'],
    ['DA-dk', 'da-DK'],
    ['zh_hant_TW', 'zh-Hant-TW'],
    ['en-US-u-nu-arab', 'en-US'],
    ['en-u-nu-hanidec', 'en'],
    ['ar-EG', 'ar-EG'],
    ['de-x-private', 'de'],
    ['he', 'he'],
    ['iw', 'he'],
    ['eu_ES', 'eu-ES'],
    // No browser has data for it.
    ['xx', 'xx'],
  ])('makes %s into %s', (tag, canonical) => {
    expect(canonicalLocale(tag)).toBe(canonical);
  });

  it.each([...notTags, ['da'], {}, 5, null, undefined, Symbol('da')])('makes nothing of %s', (candidate) => {
    expect(canonicalLocale(candidate)).toBeUndefined();
  });

  it('makes nothing of any where the browser knows no languages', () => {
    vi.stubGlobal('Intl', undefined);
    expect(canonicalLocale('da')).toBeUndefined();
  });
});

describe('textDirection', () => {
  it.each(['ar', 'ar-EG', 'he', 'fa-IR', 'ur'])('reads %s from the right', (lang) => {
    expect(textDirection(lang)).toBe('rtl');
  });

  it.each(['en', 'da-DK', 'arn', 'far', '', 'en-ar'])('reads "%s" from the left', (lang) => {
    expect(textDirection(lang)).toBe('ltr');
  });
});
