/**
 * Picks the first language the browser can write amounts and times in.
 *
 * @param candidates - Tags in order of preference, as found: `da_DK` is read as `da-DK`; what is no tag is passed over.
 * @returns A canonical BCP 47 tag without extensions (a numbering system asked for by `-u-nu-…` would change an amount's figures), or `en`.
 * Never throws.
 * @example
 * ```ts
 * canonicalLocale([undefined, 'da_DK', 'en']); // 'da-DK'
 * ```
 * @see BCP 47, UTS #35
 */
export function canonicalLocale(candidates: readonly unknown[]): string {
  for (const candidate of candidates) {
    if (typeof candidate !== 'string') continue;
    try {
      const tag = candidate.replace(/_/g, '-').replace(/-[a-z\d]-.*/i, '');
      const [supported] = Intl.NumberFormat.supportedLocalesOf(tag);
      if (supported) return supported;
    } catch {
      // Not a language tag: the next one may be.
    }
  }
  return 'en';
}

/**
 * Names a language the way AltaPay's gateway does.
 *
 * @param locale - BCP 47 tag.
 * @returns Two letters of the gateway's list; `no` for both Norwegian languages, `en` for one it does not speak.
 * @see AltaPay's list of gateway languages (contract mark D)
 */
export function gatewayLanguage(locale: string): string {
  const language = locale.slice(0, 2).replace(/n[bn]/, 'no');
  const known = 'ca cs da de en es et eu fi fr hr is it ja lt nl no pl pt ru sk sl sv th tr zh';
  return /^..(-|$)/.test(locale) && known.split(' ').includes(language) ? language : 'en';
}

/**
 * Tells which way a language is written.
 *
 * @param lang - BCP 47 tag.
 * @returns `rtl` for Arabic, Hebrew, Persian and Urdu.
 * @see WCAG 2.2 SC 1.3.2 (meaningful sequence)
 */
export function textDirection(lang: string): 'ltr' | 'rtl' {
  return /^(ar|he|fa|ur)(-|$)/.test(lang) ? 'rtl' : 'ltr';
}
