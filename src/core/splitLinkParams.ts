/** The names a payment link uses; whatever else an address holds belongs to the page. */
export type LinkParam = 'sessionId' | 'linkId' | 'token';

/**
 * Parts a query or a fragment into the link's parameters and the page's own.
 *
 * @param text - The query or fragment, without its `?` or `#`.
 * @returns `found`: the link's names and values in order, decoded; `rest`: everything else, byte for byte.
 */
export function splitLinkParams(text: string): {
  readonly found: readonly (readonly [name: LinkParam, value: string])[];
  readonly rest: string;
} {
  const found: (readonly [LinkParam, string])[] = [];
  const rest = text
    .split('&')
    .filter((part) => {
      // The leading `&` keeps the parser from taking a `?` off the part.
      const [entry] = new URLSearchParams('&' + part);
      const isOurs = entry && /^(sessionId|linkId|token)$/.test(entry[0]);
      if (isOurs) found.push(entry as [LinkParam, string]);
      return !isOurs;
    })
    .join('&');
  return { found, rest };
}
