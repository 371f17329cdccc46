import { describe, expect, it } from 'vitest';
import { isToken } from '../../src/core/isToken.js';

describe('isToken', () => {
  it.each(['a', 'a.b.c', '-_.~+/', 'YQ==', 'a'.repeat(8_192)])('takes %.20s', (value) => {
    expect(isToken(value)).toBe(true);
  });

  it.each(['', '=', 'a b', 'a=b', 'å', 'a\n', 'a'.repeat(8_193), undefined, null, 1, ['a'], { a: 1 }])(
    'refuses %.20j',
    (value) => {
      expect(isToken(value)).toBe(false);
    },
  );
});
