/** Whether this history entry was left while it asked for a payment; `keepAttempt` reads which. */
export function hasKeptAttempt(): boolean {
  return Boolean((history.state as { altapayAttempt?: unknown } | null)?.altapayAttempt);
}
