/** Tells whether a text can be an id: it stands in paths and headers, and is compared, so it holds letters, digits, `_` and `-` alone. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && /^[\w-]{1,128}$/.test(text);
}
