import type { SandboxMethod } from './methods.js';

/** Our own artwork: initials on a colour, nobody's trademark. */
const COLOURS: Readonly<Record<string, string>> = {
  CARD: '#2f4858',
  MOBILEPAY: '#4b5bd6',
  VIPPS: '#c2501b',
  SWISH: '#2a7a3b',
  KLARNA: '#a83a68',
  IDEAL: '#b0306b',
  APPLE_PAY: '#1d1d1f',
  GOOGLE_PAY: '#3c4043',
  BANK_TRANSFER: '#0b6e75',
};

const CARD_SHAPE =
  '<rect x="14" y="9" width="20" height="14" rx="2" fill="none" stroke="#fff" stroke-width="2"/>' +
  '<path d="M14 14h20" stroke="#fff" stroke-width="3"/>';
const BANK_SHAPE =
  '<path d="M24 7l11 6H13zM15 15h3v6h-3zm7.5 0h3v6h-3zM30 15h3v6h-3zM13 22h22v3H13z" fill="#fff"/>';
const SHAPES: Readonly<Record<string, string>> = { CARD: CARD_SHAPE, BANK_TRANSFER: BANK_SHAPE };

/** A method's logo, 48 × 32, as SVG text. */
export function renderLogo({ type, name }: SandboxMethod): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 32" width="48" height="32">' +
    `<rect width="48" height="32" rx="6" fill="${COLOURS[type] ?? '#5a5f6a'}"/>` +
    (SHAPES[type] ??
      `<text x="24" y="21" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="700" font-size="14" fill="#fff">${toInitials(name)}</text>`) +
    '</svg>'
  );
}

/** `Apple Pay` → `AP`, `iDEAL` → `iD`, `Vipps` → `V`. Letters and digits only: it goes into markup. */
function toInitials(name: string): string {
  const [first = '', ...rest] = name.match(/[\p{L}\p{N}]/gu) ?? [];
  return first + (rest.find((letter) => /\p{Lu}/u.test(letter)) ?? '');
}
