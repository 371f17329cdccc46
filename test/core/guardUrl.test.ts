import { describe, expect, it } from 'vitest';
import { guardUrl, isPrivateHost, type UrlRules } from '../../src/core/guardUrl.js';

const schemes =
  'javascript data vbscript blob file filesystem about view-source intent ftp ws wss http JaVaScRiPt';
const controls = [
  '\t',
  '\n',
  '\r',
  ' ',
  '\0',
  '\u0001',
  '\u00a0',
  '\ufeff',
  '\u200b',
  '\u2028',
  '\u202e',
  '\ud800',
];

const hostile: Readonly<Record<string, readonly string[]>> = {
  schemes: schemes
    .split(' ')
    .flatMap((scheme) => [`${scheme}:alert(1)`, `${scheme}://good/x`, `${scheme}:https://good`]),
  prefixes: controls.flatMap((control) => [
    `${control}https://good`,
    `https://good/${control}`,
    `https://go${control}od`,
  ]),
  'inner controls': [
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'ht\rtps://good',
    'javascript\u200b:alert(1)',
  ],
  entities: ['javascript%3Aalert(1)', 'javascript&colon;alert(1)', 'https%3A%2F%2Fgood'],
  shape: [
    ...[
      '//good',
      '///good',
      '\\\\good',
      '/\\good',
      'https:good',
      'https:/good',
      'https:\\\\good',
      'https:///good',
      'https:evil/https://good',
    ],
    ...['https://', 'https:', '?x', '#x', '', 'null', 'undefined', 'path', '/path', 'good', 'https:/\\good'],
  ],
  authority: [
    ...[
      'https://good@evil',
      'https://user:pw@good',
      'https://:pw@good',
      'https://evil\\@good',
      'https://good:99999',
    ],
    ...[
      'https://good\\.evil',
      'https://[::1',
      'https://go od',
      'https://1.2.3.4.5',
      'https://%00',
      'https://xn--',
    ],
  ],
  length: [
    `https://good/${'a'.repeat(2_036)}`,
    `https://good/${'a'.repeat(3e6)}`,
    `https://good/${'é'.repeat(500)}`,
    `https://good/${'../'.repeat(700)}`,
  ],
};

const notStrings = [
  undefined,
  null,
  1,
  true,
  {},
  [],
  ['https://good'],
  new URL('https://good'),
  { href: 'https://good' },
];

describe('guardUrl', () => {
  for (const [family, urls] of Object.entries(hostile)) {
    it.each(urls.map((url) => [url.slice(0, 60), url]))(`refuses ${family}: %j`, (_, url) => {
      expect(guardUrl(url)).toBeUndefined();
      expect(guardUrl(url, { hosts: ['good'], appSchemes: ['mobilepay'] })).toBeUndefined();
    });
  }

  it.each(notStrings)('refuses what is no string: %s', (raw) => {
    expect(guardUrl(raw)).toBeUndefined();
  });

  it.each([
    ['https://good', 'https://good/'],
    ['HTTPS://GOOD/Path?q=1#f', 'https://good/Path?q=1#f'],
    ['https://good:8443/', 'https://good:8443/'],
    ['https://good:443/', 'https://good/'],
    ['https://good。altapaysecure。com/', 'https://good.altapaysecure.com/'],
    ['https://good/å', 'https://good/%C3%A5'],
    [`https://good/${'a'.repeat(2_035)}`, `https://good/${'a'.repeat(2_035)}`],
  ])('lets %s pass', (raw, href) => {
    expect(guardUrl(raw)?.href).toBe(href);
  });

  describe('with a list of hosts', () => {
    const rules: UrlRules = { hosts: ['pay.good.example', 'Dev.good.example:8443'] };

    it.each(['https://pay.good.example/x', 'https://PAY.good.example', 'https://dev.good.example:8443/x'])(
      'lets %s pass',
      (url) => {
        expect(guardUrl(url, rules)).toBeInstanceOf(URL);
      },
    );

    it.each([
      ...[
        'https://evil',
        'https://evil#@pay.good.example',
        'https://evil?pay.good.example',
        'https://good.example',
      ],
      ...['https://pay.good.example.evil', 'https://evilpay.good.example', 'https://pay.good.example.'],
      ...['https://pay.good.example:0', 'https://pay.good.example:80', 'https://dev.good.example'],
      ...['https://pаy.good.example', 'https://xn--py-7kc.good.example', 'https://[::1]', 'https://127.1'],
      ...['https://0x7f.1', 'https://2130706433', `https://${'a'.repeat(300)}`, 'https://x.pay.good.example'],
    ])('refuses %s', (url) => {
      expect(guardUrl(url, rules)).toBeUndefined();
    });

    it('lets nothing pass an empty list', () => {
      expect(guardUrl('https://good', { hosts: [] })).toBeUndefined();
    });
  });

  describe('with schemes of apps', () => {
    it('lets a listed scheme pass, whatever its case', () => {
      expect(guardUrl('vipps://?appSwitch=true', { appSchemes: ['Vipps'] })?.protocol).toBe('vipps:');
      expect(guardUrl('MobilePay:pay', { appSchemes: ['mobilepay'], hosts: ['good'] })?.protocol).toBe(
        'mobilepay:',
      );
    });

    it('knows a scheme by the whole of it', () => {
      expect(guardUrl('myfile://open', { appSchemes: ['myfile'] })?.protocol).toBe('myfile:');
    });

    it('keeps the other checks', () => {
      const rules = { appSchemes: ['vipps'] };
      for (const url of [
        'vippsx://x',
        'xvipps://x',
        'vipps://a@b',
        'vipps://a:b@c',
        'vipps://a b',
        'vipps:\\\\a',
      ]) {
        expect([url, guardUrl(url, rules)]).toEqual([url, undefined]);
      }
    });

    it.each(['javascript', 'JAVASCRIPT', 'data', 'blob', 'file', 'http'])('never lists %s', (scheme) => {
      expect(guardUrl(`${scheme}://good/x`, { appSchemes: [scheme] })).toBeUndefined();
    });

    it('does not let https by as an app’s scheme past the list of hosts', () => {
      expect(guardUrl('https://evil', { appSchemes: ['https'], hosts: ['good'] })).toBeUndefined();
    });
  });

  describe('with plain http between private addresses', () => {
    const rules = { allowPrivateHttp: true };

    it.each([
      'localhost',
      '127.0.0.1:4171',
      '127.1',
      '0x7f.1',
      '2130706433',
      '[::1]:80',
      '10.0.0.1',
      '192.168.1.20',
    ])('lets %s pass', (host) => {
      expect(guardUrl(`http://${host}/x`, rules)?.protocol).toBe('http:');
      expect(guardUrl(`http://${host}/x`, { allowPrivateHttp: false })).toBeUndefined();
    });

    it.each(['good', '8.8.8.8', '10.0.0.1.evil', 'localhost.evil', '172.32.0.1', '[::2]'])(
      'refuses %s',
      (host) => {
        expect(guardUrl(`http://${host}/x`, rules)).toBeUndefined();
      },
    );

    it('still asks the list of hosts', () => {
      expect(guardUrl('http://localhost:1', { ...rules, hosts: ['localhost:2'] })).toBeUndefined();
      expect(guardUrl('http://localhost:2', { ...rules, hosts: ['localhost:2'] })).toBeInstanceOf(URL);
    });
  });
});

describe('isPrivateHost', () => {
  it.each([
    ...['localhost', '127.0.0.1', '127.255.255.255', '[::1]', '10.1.2.3', '192.168.0.1'],
    ...['172.16.0.1', '172.20.0.1', '172.31.255.255'],
  ])('knows %s', (host) => {
    expect(isPrivateHost(host)).toBe(true);
  });

  it.each([
    ...[
      '',
      'localhost.',
      'xlocalhost',
      'localhost.evil',
      '126.0.0.1',
      '128.0.0.1',
      '11.0.0.1',
      '192.169.0.1',
    ],
    ...[
      '172.15.0.1',
      '172.32.0.1',
      '172.160.0.1',
      '10.evil',
      '10.0.0',
      '10.0.0.1.evil',
      '1127.0.0.1',
      '[::11]',
    ],
  ])('does not know %j', (host) => {
    expect(isPrivateHost(host)).toBe(false);
  });
});
