import { describe, expect, it, vi } from 'vitest';
import { sanitizeText } from '../../src/core/sanitizeText.js';

const family = '👨‍👩‍👧‍👦';

function count(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}

describe('sanitizeText', () => {
  it.each([
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['</style>{{7*7}}${1}<!-- ]]> &lt;', '</style>{{7*7}}${1}<!-- ]]> &lt;'],
    ['  a  b\u00a0\u3000c ', 'a b c'],
    ['a\nb\r\nc\td\u000be', 'a b c d e'],
    ['a\0b\u0007c\u007fd\u0085e\u009ff', 'abcdef'],
    ['a\u2028b\u2029c\ufeffd\ufffee\uffff', 'abcde'],
    ['Pay \u202e00.1 RUE', 'Pay 00.1 RUE'],
    ['\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069x', 'x'],
    ['مصر 100', 'مصر 100'],
    ['a\ud800b\udc00c', 'a\ufffdb\ufffdc'],
    ['😀', '😀'],
    ['क्षि ไทย e\u0301', 'क्षि ไทย e\u0301'],
    [family, family],
  ])('makes %j into %j', (raw, text) => {
    expect(sanitizeText(raw, 100)).toBe(text);
  });

  it.each([
    ...['', ' ', ' \n\t ', '\0\u202e', '\u200b\u200d', '\ufe0f\ufe0f', '\u{e0041}\u{e0042}', '\u0301\u0301'],
    ...[null, undefined, 12, true, {}, ['a'], { toString: () => 'a' }],
  ])('finds nothing to see in %j', (raw) => {
    expect(sanitizeText(raw, 100)).toBe('');
  });

  it('thins out floods of marks, joiners among them', () => {
    expect(sanitizeText(`Z${'\u0321'.repeat(500)}o`, 100)).toBe(`Z${'\u0321'.repeat(8)}o`);
    expect(sanitizeText(`Z${'\u0321\u200d'.repeat(250)}o`, 100).length).toBe(10);
    expect(sanitizeText(`e${'\u0301'.repeat(8)}`, 100)).toBe(`e${'\u0301'.repeat(8)}`);
  });

  it.each([
    ['abcdefghij', 'abcdefghij'],
    ['abcdefghijk', 'abcdefghi…'],
    ['abcdefgh ijk', 'abcdefgh…'],
    [family.repeat(10), family.repeat(10)],
    [family.repeat(11), `${family.repeat(9)}…`],
    ['e\u0301'.repeat(11), `${'e\u0301'.repeat(9)}…`],
    ['🇩🇰'.repeat(11), `${'🇩🇰'.repeat(9)}…`],
    ['👍🏽'.repeat(11), `${'👍🏽'.repeat(9)}…`],
  ])('cuts %s to ten characters between characters', (raw, text) => {
    expect(sanitizeText(raw, 10)).toBe(text);
  });

  it('cuts between code points where the browser knows no characters', () => {
    vi.stubGlobal('Intl', {});
    expect(sanitizeText('abcdefghij', 10)).toBe('abcdefghij');
    expect(sanitizeText('👍'.repeat(11), 10)).toBe(`${'👍'.repeat(9)}…`);
  });

  it('shows that text was left out, however little of it could be looked at', () => {
    expect(sanitizeText(`a${' '.repeat(1e4)}b`, 10)).toBe('a…');
    expect(sanitizeText(`a${'\0'.repeat(318)}😀`, 10)).toBe('a…');
  });

  it.each([
    ['characters', 'a'.repeat(1e6)],
    ['words', 'word '.repeat(2e5)],
    ['emoji', '😀'.repeat(5e5)],
    ['blanks', ' '.repeat(1e6)],
    ['line breaks', '\n'.repeat(1e6)],
    ['marks', `a${'\u0301'.repeat(1e6)}`],
    ['joiners', `a${'\u200d'.repeat(1e6)}`],
    ['surrogates', '\ud800'.repeat(1e6)],
  ])('takes a million %s in its stride', (_, raw) => {
    expect(count(sanitizeText(raw, 100))).toBeLessThanOrEqual(100);
  });
});
