/**
 * Marks a step in the browser's own timeline, e.g. `altapay:ready`. It stays there: nobody is told.
 *
 * @see W3C User Timing
 */
export function mark(step: 'link' | 'activated' | 'ready' | 'initiated'): void {
  try {
    performance.mark(`altapay:${step}`);
  } catch {
    // A page may have taken it away, and a payment must not fail for that.
  }
}
