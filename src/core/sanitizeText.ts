// Letters of more than eight marks exist in no language; floods of them, and of whatever else joins a letter unseen, paint over
// their neighbours.
const MARK_FLOOD = /([\p{M}\p{Gr_Ext}\p{EMod}\u200d]{8})[\p{M}\p{Gr_Ext}\p{EMod}\u200d]+/gu;
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/**
 * Makes a text from the API fit for a payer's eyes and ears.
 *
 * Line breaks become blanks, blanks are collapsed and trimmed; control characters, bidi overrides and isolates are taken out; lone
 * surrogates become U+FFFD; floods of combining marks are thinned.
 *
 * @param raw - What the API sent.
 * @param maxGraphemes - The most characters, as a reader counts them, the closing `…` of a cut text included.
 * @returns The text; empty where `raw` is no string or nothing in it can be seen.
 * @example
 * ```ts
 * sanitizeText('Pay \u202e00.1 RUE\n', 100); // 'Pay 00.1 RUE'
 * ```
 * @see UAX #9 (bidi), UAX #29 (graphemes)
 */
export function sanitizeText(raw: unknown, maxGraphemes: number): string {
  if (typeof raw !== 'string') return '';
  // So long a head holds any text that fits; the rest of a megabyte is not looked at.
  const head = raw.slice(0, maxGraphemes * 32);
  const isCut = head.length < raw.length;
  const text = (isCut ? head.replace(/[\ud800-\udbff]$/, '') : head)
    .replace(/[\t-\r]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .replace(MARK_FLOOD, '$1')
    .trim();
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return '';
  // No text has more characters than code units; to count them one by one takes its time.
  if (!isCut && text.length <= maxGraphemes) return text;
  const characters = split(text);
  if (!isCut && characters.length <= maxGraphemes) return text;
  // The last of a cut head may lack its marks; alone it is all there is to show.
  const kept = characters.slice(0, Math.min(maxGraphemes - 1, characters.length - 1 || 1)).join('');
  return kept.trimEnd() + '…';
}

// Firefox before 125 has no `Segmenter`: there a cut may fall between a letter and its marks.
function split(text: string): string[] {
  const { Segmenter } = Intl as Partial<typeof Intl>;
  return Segmenter ? Array.from(new Segmenter().segment(text), ({ segment }) => segment) : Array.from(text);
}
