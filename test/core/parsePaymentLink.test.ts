import { describe, expect, it } from 'vitest';
import { parsePaymentLink } from '../../src/core/parsePaymentLink.js';
import { isPaymentError } from '../../src/errors.js';

const page = 'https://shop.example/pay';
const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0.c2lnbmF0dXJl-_';

function code(url: string | URL, kept?: unknown): string | undefined {
  try {
    parsePaymentLink(url, kept);
    return undefined;
  } catch (error) {
    return isPaymentError(error) ? error.code : `not ours: ${String(error)}`;
  }
}

describe('parsePaymentLink', () => {
  it.each([
    ['#sessionId=s-1&linkId=l_2'],
    ['?sessionId=s-1&linkId=l_2'],
    ['?sessionId=s-1#linkId=l_2'],
    ['?lang=da&sessionId=s-1#/route&linkId=l_2'],
    ['?sessionId=s-1&linkId=l_2#/route'],
    ['#linkId=l%5F2&session%49d=s-1'],
    [`#sessionId=s-1&linkId=l_2&token=${jwt}`],
    ['?token=the-page’s-own#sessionId=s-1&linkId=l_2'],
  ])('finds session and link in %s', (rest) => {
    expect(parsePaymentLink(page + rest)).toEqual({ sessionId: 's-1', linkId: 'l_2' });
    expect(parsePaymentLink(new URL(page + rest))).toEqual({ sessionId: 's-1', linkId: 'l_2' });
  });

  it.each([`#sessionId=s-1&token=${jwt}`, `?sessionId=s-1&token=${jwt}`, `?token=${jwt}#sessionId=s-1`])(
    'finds session and token in %s',
    (rest) => {
      expect(parsePaymentLink(page + rest)).toEqual({ sessionId: 's-1', token: jwt });
    },
  );

  it('takes ids of up to 128 characters and tokens of up to 8,192', () => {
    const id = 'a'.repeat(128);
    const token = `a.b.${'c'.repeat(8_188)}`;
    expect(parsePaymentLink(`${page}#sessionId=${id}&linkId=${id}`)).toEqual({ sessionId: id, linkId: id });
    expect(parsePaymentLink(`${page}#sessionId=s&token=${token}`)).toEqual({ sessionId: 's', token });
    expect(code(`${page}#sessionId=${id}a&linkId=l`)).toBe('link_malformed');
    expect(code(`${page}#sessionId=s&linkId=${id}a`)).toBe('link_malformed');
    expect(code(`${page}#sessionId=s&token=${token}c`)).toBe('link_malformed');
  });

  it.each([
    '',
    '#',
    '?',
    '#section',
    '?q=1',
    '#/pay?sessionId=s&linkId=l',
    '#sessionid=s&linkid=l',
    '#linkId=l',
  ])('misses the link in "%s"', (rest) => {
    expect(code(page + rest)).toBe('link_missing');
  });

  it.each(['#sessionId=s', '?sessionId=s', `#token=${jwt}`, '?token=reset-password'])(
    'misses the other half of "%s"',
    (rest) => {
      expect(code(page + rest)).toBe('link_missing');
    },
  );

  it.each([
    ['twice in the fragment', '#sessionId=s&sessionId=s&linkId=l'],
    ['twice in the query', '?sessionId=s&linkId=l&linkId=l'],
    ['in query and fragment', '?sessionId=s#sessionId=s&linkId=l'],
    ['twice, empty first', '#sessionId=&sessionId=s&linkId=l'],
    ['as two tokens', `?token=${jwt}#sessionId=s&token=${jwt}`],
    ['empty', '#sessionId=&linkId=l'],
    ['empty, the other one', '#sessionId=s&linkId='],
    ['with a slash', '#sessionId=a/b&linkId=l'],
    ['with dots', '#sessionId=..&linkId=l'],
    ['with an encoded slash', '#sessionId=s&linkId=a%2Fb'],
    ['with a blank', '#sessionId=a+b&linkId=l'],
    ['with a line break at the end', '#sessionId=s&linkId=l%0A'],
    ['with markup', '#sessionId=%3Cscript%3E&linkId=l'],
    ['with a broken escape', '#sessionId=%E0%A4%A&linkId=l'],
    ['far too long', `#sessionId=s&linkId=${'l'.repeat(10_000)}`],
    ['as a token of two parts', '#sessionId=s&token=a.b'],
    ['as a token of four parts', '#sessionId=s&token=a.b.c.d'],
    ['as a token with an empty part', '#sessionId=s&token=a..c'],
    ['as a token that is none', '#sessionId=s&token=a b.c.d'],
    ['with a whole token beside it', `#sessionId=s&linkId=a/b&token=${jwt}`],
  ])('refuses a name given %s', (_, rest) => {
    expect(code(page + rest)).toBe('link_malformed');
  });

  it('names the parameter and keeps its value to itself', () => {
    const attempt = (): unknown => parsePaymentLink(`${page}#sessionId=se/cret&linkId=l`);
    expect(attempt).toThrow(expect.objectContaining({ code: 'link_malformed', reason: 'sessionId' }));
    expect(attempt).not.toThrow(/cret/);
    for (const name of ['linkId', 'token'])
      expect(() => parsePaymentLink(`${page}#sessionId=s&${name}=se/cret`)).toThrow(
        expect.objectContaining({ reason: name, message: expect.stringContaining(name) as string }),
      );
  });

  describe('with ids kept by the page', () => {
    const kept = { sessionId: 'kept', linkId: 'kept-link' };

    it('uses them when the address holds none', () => {
      expect(parsePaymentLink(page, kept)).toEqual(kept);
      expect(parsePaymentLink(`${page}?token=the-page’s-own`, kept)).toEqual(kept);
    });

    it('prefers the address', () => {
      expect(parsePaymentLink(`${page}#sessionId=s&linkId=l`, kept)).toEqual({ sessionId: 's', linkId: 'l' });
      expect(code(`${page}#sessionId=s`, kept)).toBe('link_missing');
    });

    it.each([null, undefined, 'text', 1, [], {}, { sessionId: 's' }, { linkId: 'l' }])(
      'is not misled by %j',
      (odd) => {
        expect(code(page, odd)).toBe('link_missing');
      },
    );

    it.each([
      { sessionId: 1, linkId: 'l' },
      { sessionId: '../s', linkId: 'l' },
      { sessionId: 's', linkId: {} },
      { sessionId: 's', token: [jwt] },
    ])('refuses %j', (odd) => {
      expect(code(page, odd)).toBe('link_malformed');
    });
  });
});
