import { describe, expect, it } from 'vitest';
import { isPlainObject } from '../../src/core/isPlainObject.js';

describe('isPlainObject', () => {
  it.each([{}, { a: 1 }, JSON.parse('{"__proto__":1}')])('takes %j', (value) => {
    expect(isPlainObject(value)).toBe(true);
  });

  it.each([null, undefined, 'text', 1, true, [], new Date(0), new Map(), Object.create(null), () => 1])(
    'refuses %s',
    (value) => {
      expect(isPlainObject(value)).toBe(false);
    },
  );
});
