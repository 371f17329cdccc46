import fc from 'fast-check';

/** T1: what would be markup, script or a template, if anything read it so. */
const MARKUP = [
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '"><script>alert(1)</script>',
  `' onfocus=alert(1) autofocus x='`,
  '</style><style>*{display:none}',
  '</textarea></title></section><script>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=alert(1) src>">',
  '<a href="javascript:alert(1)">',
  '<!--',
  '-->',
  ']]>',
  '&lt;b&gt;',
  '&#60;b&#x3e;',
  '{{7*7}}',
  '${7*7}',
  '{amount}{merchant}',
];

/** T2: what cannot be seen, or should not have come. */
const CONTROLS = [
  ...['\0', '\u0007', '\b', '\t', '\n', '\r\n', '\u001b[31m', '\u007f', '\u0085', '\u009f'],
  ...['\ud800', '\udfff', '\ufffe', '\uffff', '\u2028', '\u2029', '\ufeff'],
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\ufe0f', '\u{e0041}', '\u{e007f}'],
  'Z' + '\u0321\u0489'.repeat(250),
];

/** T3: what turns the order of letters round. */
const BIDI = [
  ...['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'],
  ...['\u200e', '\u200f', '\u061c', 'مصر 100', 'שלום 20', 'Pay \u202e00.1 RUE', '\u2067\u2067\u2067x'],
];

/** T4: nothing, or far too much. */
const SIZES = [
  ...['', ' ', '   \u00a0\u3000', 'M'.repeat(10_000), '😀'.repeat(10_000), '\n'.repeat(1_000)],
  ...['word '.repeat(20_000), '👨‍👩‍👧‍👦'.repeat(300), `a${'\u0301'.repeat(10_000)}`],
];

/** T5: words that mean something to JavaScript. */
const WORDS = ['__proto__', 'constructor', 'prototype', 'toString', 'then', 'hasOwnProperty', 'length'];

const ORDINARY = ['a', 'Kaffe', ' ', '  ', '100', '1', '…', 'é', 'e\u0301', '😀', '🇩🇰', '👍🏽', 'क्षि'];

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ORDINARY) },
  { weight: 2, arbitrary: fc.constantFrom(...CONTROLS) },
  { weight: 2, arbitrary: fc.constantFrom(...BIDI) },
  { weight: 1, arbitrary: fc.constantFrom(...MARKUP) },
  { weight: 1, arbitrary: fc.constantFrom(...WORDS) },
);

/** A text as the worst API would send it. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')) },
  { weight: 3, arbitrary: fc.constantFrom(...MARKUP, ...CONTROLS, ...BIDI, ...WORDS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 150 }) },
  { weight: 1, arbitrary: fc.constantFrom(...SIZES) },
);

/** What should be a text and is none. */
export const noText: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, 0, -1, 1e308, NaN, [], {}, ['a'], { toString: null }),
  fc.jsonValue({ maxDepth: 2 }).filter((value) => typeof value !== 'string'),
);
