import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLocale, textDirection } from '../../src/core/canonicalLocale.js';
import { describeTimeLeft } from '../../src/core/countdown.js';
import { asciiDigits } from '../core/asciiDigits.js';
import { hostileLocale } from './hostile/hostileLocale.js';
import { noText } from './hostile/hostileText.js';

describe('a language', () => {
  it('is a canonical tag without extensions, or none', () => {
    const property = fc.property(fc.oneof(hostileLocale, noText), (candidate) => {
      const tag = canonicalLocale(candidate);
      if (tag === undefined) return;
      expect(new Intl.Locale(tag).toString()).toBe(tag);
      expect(tag).not.toMatch(/-[a-z\d]-/i);
      expect(() => new Intl.NumberFormat(tag)).not.toThrow();
      expect(canonicalLocale(tag)).toBe(tag);
      expect(canonicalLocale(tag.replaceAll('-', '_'))).toBe(tag);
    });
    fc.assert(property);
  });

  it('has a direction, whatever it is', () => {
    const property = fc.property(hostileLocale, (tag) => {
      const lang = /^(ar|he|fa|ur)$/.test(tag.split('-')[0]!);
      expect(textDirection(tag)).toBe(lang ? 'rtl' : 'ltr');
    });
    fc.assert(property);
  });

  it('can be any, and a time left is still told', () => {
    const property = fc.property(
      fc.double({ noDefaultInfinity: true }),
      hostileLocale,
      (milliseconds, tag) => {
        expect(describeTimeLeft(milliseconds, tag)).not.toBe('');
        expect(asciiDigits(describeTimeLeft(milliseconds, canonicalLocale(tag) ?? 'en'))).not.toBe('');
      },
    );
    fc.assert(property);
  });
});
