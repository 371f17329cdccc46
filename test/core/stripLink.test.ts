import { describe, expect, it } from 'vitest';
import { stripLink } from '../../src/core/stripLink.js';

const page = 'https://shop.example/pay';

function strip(rest: string): string {
  return stripLink(new URL(page + rest)).href.slice(page.length);
}

describe('stripLink', () => {
  it.each([
    ['#sessionId=s&linkId=l', ''],
    ['?sessionId=s&linkId=l', ''],
    ['?a=1&sessionId=s&b=%7e&linkId=l&c', '?a=1&b=%7e&c'],
    ['?sessionId=s&linkId=l#/route?x=1', '#/route?x=1'],
    ['?a=1#sessionId=s&token=a.b.c', '?a=1'],
    ['#/route&sessionId=s&linkId=l', '#/route'],
    ['?session%49d=s&linkId=l&x=1', '?x=1'],
    ['?sessionId=s&linkId=l&a=+%20%C3%A6&&b=%GG', '?a=+%20%C3%A6&&b=%GG'],
    ['?sessionId=s&sessionId=s&linkId=l', ''],
  ])('makes %s into "%s"', (rest, stripped) => {
    expect(strip(rest)).toBe(stripped);
  });

  it.each([
    '',
    '?',
    '#',
    '?a=1#b',
    '?linkId=l',
    '?token=reset-password',
    '?Sessionid=s',
    '??sessionId=s',
    '#/r?sessionId=s',
  ])('leaves "%s", which is no payment link, as it is', (rest) => {
    expect(strip(rest)).toBe(rest);
    expect(stripLink(new URL(page + rest))).toMatchObject({ hadToken: false, hadIdsInQuery: false });
  });

  it('tells whether a token was there', () => {
    expect(stripLink(new URL(`${page}#sessionId=s&token=a.b.c`)).hadToken).toBe(true);
    expect(stripLink(new URL(`${page}?token=a.b.c#sessionId=s`)).hadToken).toBe(true);
    expect(stripLink(new URL(`${page}#sessionId=s&linkId=l`)).hadToken).toBe(false);
  });

  it('tells whether ids stood in the query', () => {
    expect(stripLink(new URL(`${page}?linkId=l#sessionId=s`)).hadIdsInQuery).toBe(true);
    expect(stripLink(new URL(`${page}?token=a.b.c#sessionId=s`)).hadIdsInQuery).toBe(false);
    expect(stripLink(new URL(`${page}?a=1#sessionId=s&linkId=l`)).hadIdsInQuery).toBe(false);
  });

  it('tells whether the page has a fragment of its own', () => {
    expect(stripLink(new URL(`${page}?sessionId=s&linkId=l#/route`)).foreignFragment).toBe(true);
    expect(stripLink(new URL(`${page}#sessionId=s&linkId=l&x`)).foreignFragment).toBe(true);
    expect(stripLink(new URL(`${page}#sessionId=s&linkId=l`)).foreignFragment).toBe(false);
    expect(stripLink(new URL(`${page}?sessionId=s&linkId=l`)).foreignFragment).toBe(false);
    expect(stripLink(new URL(`${page}#/route`)).foreignFragment).toBe(true);
    expect(stripLink(new URL(page)).foreignFragment).toBe(false);
  });
});
