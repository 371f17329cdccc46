/** Two readings of the server's clock and two of the page's stopwatch, all in milliseconds. */
export type Countdown = Clock & {
  /** `performance.now()` now. */
  readonly now: number;
};

/** When a link runs out, as it was told; all in milliseconds. */
export type Clock = {
  /** When the link runs out, on the server's clock. */
  readonly expiresAt: number;
  /** The server's clock when it answered. */
  readonly serverTime: number;
  /** `performance.now()` when the answer came. */
  readonly receivedAt: number;
};

/**
 * Works out how long a link can still be used. The phone's clock, which may be wrong by years, has no part in it.
 *
 * @param countdown - The readings.
 * @returns Milliseconds, never below 0.
 */
export function millisecondsLeft({ expiresAt, serverTime, receivedAt, now }: Countdown): number {
  return Math.max(0, expiresAt - serverTime - (now - receivedAt));
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/**
 * Writes a time left for a payer: whole days, hours or minutes from two on, below that seconds.
 *
 * @param milliseconds - Time left.
 * @param locale - BCP 47 tag.
 * @param step - The finest step, in seconds. Default 10.
 * @returns E.g. `4 minutes`, `50 seconds`. Never throws.
 * @see WCAG 2.2 SC 2.2.1 (timing)
 */
export function describeTimeLeft(milliseconds: number, locale: string, step = 10): string {
  const [unit, size] = UNITS.find(([, size]) => milliseconds >= 2 * size) ?? ['second', 1_000];
  const count =
    unit === 'second'
      ? Math.ceil((milliseconds || 0) / (step * 1_000)) * step
      : Math.floor(milliseconds / size);
  try {
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  } catch {
    return `${count} ${unit}s`;
  }
}
