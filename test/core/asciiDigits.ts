/** Any numbering system's digits as ASCII: every decimal digit has its value at its distance from its block's zero. */
export function asciiDigits(text: string): string {
  return text.replace(/\P{Nd}/gu, '').replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    let zero = point;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero--;
    return String(point - zero);
  });
}
