import { describe, expect, it } from 'vitest';
import { createIdempotencyKey } from '../../src/core/idempotency.js';

describe('createIdempotencyKey', () => {
  it.each([
    [0x00, '00000000-0000-4000-8000-000000000000'],
    [0xff, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
  ])('writes sixteen bytes of %i as a UUID of version 4', (byte, key) => {
    expect(createIdempotencyKey((bytes) => bytes.fill(byte))).toBe(key);
  });

  it('uses every byte in its place', () => {
    const key = createIdempotencyKey((bytes) => bytes.map((_, index) => index));
    expect(key).toBe('00010203-0405-4607-8809-0a0b0c0d0e0f');
  });

  it('is another one each time', () => {
    const create = (): string => createIdempotencyKey((bytes) => crypto.getRandomValues(bytes));
    expect(new Set(Array.from({ length: 100 }, create)).size).toBe(100);
  });
});
