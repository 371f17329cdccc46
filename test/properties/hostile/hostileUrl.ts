import fc from 'fast-check';

/** U1: schemes that run code, read the disk or open something else. */
const SCHEMES = [
  ...[
    'javascript:',
    'JaVaScRiPt:',
    'java\nscript:',
    'java\tscript:',
    'javascript\u200b:',
    '\u0001javascript:',
  ],
  ...['javascript%3A', 'javascript&colon;', 'data:text/html,', 'vbscript:', 'blob:', 'blob:https:', 'file:'],
  ...[
    'filesystem:https:',
    'about:',
    'view-source:https:',
    'intent:',
    'ftp:',
    'ws:',
    'wss:',
    'mailto:',
    'tel:',
  ],
];

/** What stands before a scheme, or where none should. */
const PREFIXES = [
  '\t',
  '\n',
  ' ',
  '\0',
  '\u0001',
  '\u00a0',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\ud800',
  'https:',
];

/** U2: shapes that a forgiving parser completes, or resolves against the page. */
const SLASHES = ['//', '', '/', '///', '////', '\\\\', '/\\', '\\/', '/\t/', '//\\', '//./', '//../'];

/** U3: who is meant. */
const AUTHORITIES = [
  ...['good', 'evil', 'good@evil', 'evil@good', 'user:pw@good', ':@good', '@good', 'good:pw@', 'evil\\@good'],
  ...['evil#@good', 'evil?@good', 'good.evil', 'evilgood', 'good.', 'good:0', 'good:80', 'good:443'],
  ...[
    'good:8443',
    'good:99999',
    'good:',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::1',
    '127.0.0.1',
    '127.1',
    '0x7f.1',
  ],
  ...['2130706433', '017700000001', '10.0.0.1', '192.168.0.1', '172.15.0.1', '172.16.0.1', '1.2.3.4.5'],
  ...[
    'gооd',
    'ｇｏｏｄ',
    'good。evil',
    'xn--gd-dia',
    'xn--',
    '%67ood',
    'go%00od',
    'go od',
    'go\u00adod',
    'GOOD',
  ],
  ...['localhost', 'localhost.', 'localhost.evil', 'LOCALHOST:80', '', '.', '..', '*', 'a'.repeat(300)],
];

const TAILS = [
  ...['', '/', '/x', '/../x', '?x', '#x', '/?u=https://evil', '/%2e%2e/', '/å', '/\\evil', '/\u202e', '/ x'],
  ...['/\n', '/\0', '?\ud800', '#//good', '/@good', '/a;b=c', `/${'a'.repeat(2_040)}`, `/${'é'.repeat(400)}`],
];

/** Shapes of their own, from what URL parsers are tested with. */
const ODD = [
  ...[
    '',
    'null',
    'undefined',
    '#x',
    '?x',
    'path',
    '/path',
    './x',
    '../x',
    '.',
    '..',
    '//',
    '///',
    '\\',
    '\\\\x',
  ],
  ...[
    'https:',
    'https:/',
    'https://',
    'https:///',
    'https:\\\\',
    'https:?x',
    'https:#x',
    'https:good',
    'http:/x',
  ],
  ...['https://good:b@c:d', 'https://@', 'https://good@', 'https://@/www', 'https:@good', 'https:/@good/x'],
  ...['https://!"$&()*+,-.;=_`{}~/', 'https://good:00443', 'https://[google.com]', 'https://[::1%251]'],
  ...[
    'https://%zz%66%a',
    'https://good/%',
    'https://a_b',
    'https://a^b',
    'https://a<b',
    'https://0x100000000',
  ],
  ...['h\tt\nt\rps://g\to\no\rd', '  https://good', 'https://good  ', 'https\u{ff1a}//good', 'ｈttps://good'],
  'https://good/' + 'a'.repeat(2_036),
  'https://good/' + 'a'.repeat(100_000),
];

const built = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('https:', 'HTTPS:', 'http:', 'vipps:', 'https') },
      { weight: 3, arbitrary: fc.constantFrom(...SCHEMES) },
      { weight: 1, arbitrary: fc.constant('') },
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant('//') },
      { weight: 2, arbitrary: fc.constantFrom(...SLASHES) },
    ),
    fc.constantFrom(...AUTHORITIES),
    fc.oneof(
      { weight: 1, arbitrary: fc.constant('/x') },
      { weight: 2, arbitrary: fc.constantFrom(...TAILS) },
    ),
  )
  .map((parts) => parts.join(''));

const disturbed = fc
  .tuple(built, fc.constantFrom(...PREFIXES), fc.nat({ max: 20 }))
  .map(([url, extra, at]) => url.slice(0, at) + extra + url.slice(at));

/** A URL as the worst API would send it; a good one now and then. */
export const hostileUrl: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: built },
  { weight: 2, arbitrary: disturbed },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.webUrl({ validSchemes: ['https', 'http', 'ftp'], withFragments: true }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
