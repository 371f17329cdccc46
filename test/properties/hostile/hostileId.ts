import fc from 'fast-check';
import { hostileText } from './hostileText.js';

/** What would leave its place in a path, a header, a selector or an object. */
const IDS = [
  ...[
    '.',
    '..',
    '../x',
    'a/b',
    'a%2Fb',
    '%',
    '%00',
    '?',
    '#',
    '&',
    ';',
    'a b',
    'a\r\nb: c',
    'a\0',
    '"',
    '[id]',
    ':x',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '-',
    '_',
    '0',
    '-1',
    'é',
    'ａ',
    'a\u0301',
    'a\n',
    '\u202e',
    '$1',
    '$&',
  ],
  ...['a'.repeat(128), 'a'.repeat(129), 'a'.repeat(10_000), 'card', 'a1b2c3d4-0000-4000-8000-000000000000'],
];

/** An id as a link or an API may give it. */
export const hostileId: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...IDS) },
  { weight: 2, arbitrary: fc.stringMatching(/^[\w-]{1,140}$/) },
  { weight: 2, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);
