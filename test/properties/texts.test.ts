import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMessage, toPlainText } from '../../src/core/formatMessage.js';
import { sanitizeText } from '../../src/core/sanitizeText.js';
import { hostileText, noText } from './hostile/hostileText.js';

const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

const limits = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(100, 200));

function graphemes(text: string): string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

describe('a text of the API', () => {
  it('shows nothing hidden, turns nothing round, keeps to its limit and is done after once', () => {
    const property = fc.property(hostileText, limits, (raw, most) => {
      const text = sanitizeText(raw, most);
      expect(text).not.toMatch(UNSEEN);
      expect(text).not.toMatch(/^\s|\s$|\s\s|[^\S ]/);
      expect(graphemes(text).length).toBeLessThanOrEqual(most);
      expect(sanitizeText(text, most)).toBe(text);
    });
    fc.assert(property);
  });

  it('is cut between characters alone, and says so', () => {
    const property = fc.property(hostileText, limits, (raw, most) => {
      const whole = sanitizeText(raw, 300);
      const text = sanitizeText(raw, most);
      if (text === whole) return;
      expect(text.endsWith('…')).toBe(true);
      const kept = graphemes(text.slice(0, -1));
      expect(graphemes(whole).slice(0, kept.length)).toEqual(kept);
    });
    // The head that is looked at ends between the last letter and its accent.
    const torn = `Z${'\u0489\u0321'.repeat(251)}\u0489  \u{1f44d}\u{1f3fd}\0e\u0301`;
    fc.assert(property, { examples: [[torn, 16]] });
  });

  it('that is short and harmless stays as it is', () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N}\p{P}]{0,20}$/u);
    const property = fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const text = words.join(' ');
      expect(sanitizeText(text, 100)).toBe(text);
    });
    fc.assert(property);
  });

  it('that is none is empty', () => {
    const property = fc.property(noText, (raw) => {
      expect(sanitizeText(raw, 100)).toBe('');
    });
    fc.assert(property);
  });

  it('fills its own place in a message and no other', () => {
    const property = fc.property(hostileText, hostileText, (merchant, amount) => {
      const rich = formatMessage('Pay {amount} to {merchant}, {constructor} {__proto__}', {
        merchant,
        amount,
      });
      expect(rich).toEqual([
        'Pay ',
        { isolate: amount },
        ' to ',
        { isolate: merchant },
        ', ',
        '{constructor}',
        ' ',
        '{__proto__}',
      ]);
      expect(toPlainText(rich)).toContain(`\u2068${merchant}\u2069`);
    });
    fc.assert(property);
  });
});
