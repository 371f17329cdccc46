import fc from 'fast-check';

/** G1: tags that are right, written another way, or none. */
const TAGS = [
  ...[
    'da',
    'da_DK',
    'DA-dk',
    'en',
    'en-US',
    'zh_hant_TW',
    'ar-EG',
    'he',
    'fa',
    'hi-IN',
    'th',
    'de-CH',
    'fr',
    'ur',
  ],
  ...[
    'en-US-u-nu-arab',
    'en-u-nu-hanidec',
    'ar-u-nu-latn',
    'th-TH-u-ca-buddhist-nu-thai',
    'en-t-jp',
    'de-x-a',
  ],
  ...['xx', 'C', 'POSIX', 'en_US.UTF-8', '', ' en', 'en ', 'en\0', 'en-', '-en', 'e', 'en--US', '../../x'],
  ...[
    '__proto__',
    'constructor',
    'i-klingon',
    'x-private',
    'en-u-',
    'x'.repeat(200),
    'en-' + 'a1-'.repeat(60),
  ],
];

const subtag = fc.constantFrom(
  'en',
  'da',
  'ar',
  'Latn',
  'DK',
  'u',
  'nu',
  'arab',
  'x',
  'a',
  '1',
  '001',
  'valencia',
);

/** A language as page, merchant or browser may give it. */
export const hostileLocale: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TAGS) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.array(subtag, { minLength: 1, maxLength: 6 }), fc.constantFrom('-', '_', '--', ' '))
      .map(([subtags, between]) => subtags.join(between)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);
