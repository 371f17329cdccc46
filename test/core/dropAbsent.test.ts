import { describe, expect, it } from 'vitest';
import { dropAbsent } from '../../src/core/dropAbsent.js';

describe('dropAbsent', () => {
  it('leaves out what is undefined or null, and nothing else', () => {
    const fields = { a: undefined, b: null, c: 0, d: '', e: false, f: NaN };
    expect(dropAbsent(fields)).toStrictEqual({ c: 0, d: '', e: false, f: NaN });
  });
});
