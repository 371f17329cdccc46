/**
 * Parses an absolute URL. Without a base: with one, `//evil` becomes a valid https URL.
 *
 * @returns The URL, or `undefined` where there is none.
 */
export function parseUrl(raw: unknown): URL | undefined {
  try {
    return new URL(raw as string | URL);
  } catch {
    return undefined;
  }
}
