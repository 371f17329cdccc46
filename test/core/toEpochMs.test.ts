import { describe, expect, it } from 'vitest';
import { toEpochMs } from '../../src/core/toEpochMs.js';

const noon = Date.UTC(2026, 10, 22, 12);

describe('toEpochMs', () => {
  it.each([
    ['2026-11-22T12:00:00Z', noon],
    ['2026-11-22T12:00:00.250Z', noon + 250],
    ['2026-11-22T12:00Z', noon],
    ['2026-11-22T13:00:00+01:00', noon],
    ['2026-11-22T07:00:00-05:00', noon],
    [noon, noon],
    [0, 0],
  ])('reads %s', (raw, time) => {
    expect(toEpochMs(raw)).toBe(time);
  });

  it.each([
    ...[
      '',
      'soon',
      '2026-11-22',
      '2026-11-22T12:00:00',
      '2026-13-22T12:00:00Z',
      '22 Nov 2026 12:00 Z',
      `${noon}`,
    ],
    ...['x2026-11-22T12:00:00Z', '2026-11-22T12:00:00Zx', NaN, Infinity, null, undefined, true, {}, [noon]],
    ...['2026-11-22T12:00:00Z (noon)', ['2026-11-22T12:00:00Z']],
  ])('takes %j to be no time', (raw) => {
    expect(toEpochMs(raw)).toBeUndefined();
  });
});
