// Stronger than the picker's own rules, and only while the button takes a press.
const BUTTON = '.foot>[part=pay-button][aria-disabled=false]:not(.busy)';

/** A rule, and another for where the picker is dark. */
function inBothThemes(light: string, dark: string): string {
  return (
    `${BUTTON}{${light}}.dark ${BUTTON}{${dark}}` +
    `@media(prefers-color-scheme:dark){.auto ${BUTTON}{${dark}}}`
  );
}

// Plain black or white with the wallet's name: no trademark is drawn.
const PLAIN = inBothThemes(
  'background:#000;color:#fff;border-color:#000',
  'background:#fff;color:#000;border-color:#fff',
);

const APPLE =
  `${BUTTON}{appearance:-apple-pay-button;-webkit-appearance:-apple-pay-button;-apple-pay-button-type:pay;` +
  'min-block-size:48px;padding:0;border:0;color:transparent;font-size:0}' +
  inBothThemes('-apple-pay-button-style:black', '-apple-pay-button-style:white');

/**
 * The style sheet of a wallet's pay button. Apple's browsers draw Apple's own, in the page's language; elsewhere, and for
 * Google Pay, whose artwork only Google's script may draw, it is plain and says the wallet's name.
 */
export function buttonCss(wallet: 'apple' | 'google'): string {
  if (wallet === 'google') return PLAIN;
  const native = '(-webkit-appearance:-apple-pay-button)';
  return `@supports not ${native}{${PLAIN}}@supports ${native}{${APPLE}}`;
}
