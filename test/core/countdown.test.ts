import { describe, expect, it, vi } from 'vitest';
import { describeTimeLeft, millisecondsLeft } from '../../src/core/countdown.js';

describe('millisecondsLeft', () => {
  const minutes = 60_000;
  const answer = { serverTime: 1_000_000, expiresAt: 1_000_000 + 10 * minutes, receivedAt: 500 };

  it.each([
    ['at once', 500, 10 * minutes],
    ['four minutes later', 500 + 4 * minutes, 6 * minutes],
    ['at the last moment', 500 + 10 * minutes, 0],
    ['long after', 500 + 99 * minutes, 0],
  ])('counts %s', (_, now, left) => {
    expect(millisecondsLeft({ ...answer, now })).toBe(left);
  });

  it('does not ask the phone’s clock', () => {
    vi.useFakeTimers({ now: Date.UTC(2036, 0) });
    expect(millisecondsLeft({ ...answer, now: 500 })).toBe(10 * minutes);
    vi.useRealTimers();
  });
});

describe('describeTimeLeft', () => {
  it.each([
    [600_000, '10 minutes'],
    [299_999, '4 minutes'],
    [120_000, '2 minutes'],
    [119_999, '120 seconds'],
    [110_000, '110 seconds'],
    [109_999, '110 seconds'],
    [50_001, '60 seconds'],
    [1, '10 seconds'],
    [0, '0 seconds'],
    [7_199_999, '119 minutes'],
    [NaN, '0 seconds'],
  ])('writes %d ms as %s', (milliseconds, text) => {
    expect(describeTimeLeft(milliseconds, 'en')).toBe(text);
  });

  it('speaks the payer’s language', () => {
    expect(describeTimeLeft(240_000, 'da')).toBe('4 minutter');
  });

  it('is short where the browser does not know the language', () => {
    vi.spyOn(Intl.NumberFormat, 'supportedLocalesOf').mockReturnValue([]);
    expect(describeTimeLeft(240_000, 'da')).toBe('4 min.');
  });

  it('falls back to English words where the browser cannot', () => {
    expect(describeTimeLeft(240_000, 'not a locale')).toBe('4 minutes');
    vi.stubGlobal('Intl', undefined);
    expect(describeTimeLeft(30_000, 'da')).toBe('30 seconds');
  });
});
