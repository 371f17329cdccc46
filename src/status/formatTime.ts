/** A moment as the developer's own clock writes it. @param at - Epoch milliseconds. */
export function formatTime(at: number): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
}
