/**
 * Reads a language as it was found.
 *
 * @param candidate - A tag; `da_DK` is read as `da-DK`.
 * @returns A canonical BCP 47 tag without extensions (a numbering system asked for by `-u-nu-…` would change an amount's figures), or
 * `undefined` where it is no tag. Never throws. Whether the browser knows the language is not asked: Chromium has no data for
 * Basque and Icelandic, and writes their amounts as its own language does.
 * @example
 * ```ts
 * canonicalLocale('da_DK'); // 'da-DK'
 * ```
 * @see BCP 47, UTS #35
 */
export function canonicalLocale(candidate: unknown): string | undefined {
  try {
    const tag = (candidate as string).replace(/_/g, '-').replace(/-[a-z\d]-.*/i, '');
    // Not `supportedLocalesOf`: it reads in what a browser knows of every language, which a phone takes a tenth of a second for.
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
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
