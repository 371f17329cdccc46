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

/**
 * Writes a time left for a payer: whole minutes from two on, below that seconds. Nobody is told of hours.
 *
 * @param milliseconds - Time left.
 * @param locale - BCP 47 tag.
 * @param step - The finest step, in seconds. Default 10.
 * @returns E.g. `4 minutes`, `50 seconds`; the short form, which is understood more widely, where the browser does not know the
 * language, as Chrome does not know Icelandic and Basque: `4 min`. Never throws.
 * @see WCAG 2.2 SC 2.2.1 (timing)
 */
export function describeTimeLeft(milliseconds: number, locale: string, step = 10): string {
  const isLong = milliseconds >= 120_000;
  const unit = isLong ? 'minute' : 'second';
  const count = isLong
    ? Math.floor(milliseconds / 60_000)
    : Math.ceil((milliseconds || 0) / (step * 1_000)) * step;
  try {
    const unitDisplay = Intl.NumberFormat.supportedLocalesOf(locale)[0] ? 'long' : 'short';
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }).format(count);
  } catch {
    return `${count} ${unit}s`;
  }
}
