import { describe, expect, it } from 'vitest';
import { splitLinkParams } from '../../src/core/splitLinkParams.js';

describe('splitLinkParams', () => {
  it('parts the link’s names from the page’s own, in order', () => {
    expect(splitLinkParams('a=1&linkId=l&%61=%2&sessionId=s%2D1&token=t&linkId=')).toEqual({
      found: [
        ['linkId', 'l'],
        ['sessionId', 's-1'],
        ['token', 't'],
        ['linkId', ''],
      ],
      rest: 'a=1&%61=%2',
    });
  });

  it.each(['', 'a', '&&', '/route?sessionId=s', '?sessionId=s', 'xtoken=1', 'tokenx=1', 'constructor=1'])(
    'finds nothing in "%s"',
    (text) => {
      expect(splitLinkParams(text)).toEqual({ found: [], rest: text });
    },
  );
});
