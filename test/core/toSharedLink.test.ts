import { describe, expect, it } from 'vitest';
import { parsePaymentLink } from '../../src/core/parsePaymentLink.js';
import { toSharedLink } from '../../src/core/toSharedLink.js';

const link = { sessionId: '5b8c', linkId: 'Xq3' };
const IDS = 'sessionId=5b8c&linkId=Xq3';

describe('the address that another device opens', () => {
  it.each([
    [
      'as the page was opened',
      `https://shop.example/pay?lang=da#${IDS}`,
      `https://shop.example/pay?lang=da#${IDS}`,
    ],
    [
      'from the query to the fragment',
      `https://shop.example/pay?${IDS}&lang=da`,
      `https://shop.example/pay?lang=da#${IDS}`,
    ],
    ['where the page keeps them out of sight', 'https://shop.example/pay', `https://shop.example/pay#${IDS}`],
    ['beside a route of the page', 'https://shop.example/#/pay#top', `https://shop.example/?${IDS}#/pay#top`],
    ['beside query and route', 'https://shop.example/?a=1#/pay', `https://shop.example/?a=1&${IDS}#/pay`],
    ['in the same network', 'http://192.168.1.20:4170/pay', `http://192.168.1.20:4170/pay#${IDS}`],
  ])('holds the link %s', (_, address, shared) => {
    expect(toSharedLink(new URL(address), link)?.href).toBe(shared);
    expect(parsePaymentLink(shared)).toEqual(link);
  });

  it.each([
    [
      'there is a token in place of a link',
      'https://shop.example/pay',
      { sessionId: '5b8c', token: 'a.b.c' },
    ],
    ['a token stands beside the link', `https://shop.example/pay?token=a.b.c#${IDS}`, link],
    ['a token of the page stands in its address', 'https://shop.example/pay?token=own', link],
    ['a token stands in the fragment', `https://shop.example/pay#${IDS}&token=a.b.c`, link],
    ['nobody else may open the page', 'http://shop.example/pay', link],
    ['it is a file', 'file:///pay.html', link],
    ['it is too long for a code', `https://shop.example/${'a'.repeat(2_100)}`, link],
  ])('is none where %s', (_, address, opened) => {
    expect(toSharedLink(new URL(address), opened)).toBeUndefined();
  });
});
