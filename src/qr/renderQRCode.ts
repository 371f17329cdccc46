import { create } from 'qrcode/lib/core/qrcode.js';
import { guardUrl } from '../core/guardUrl.js';
import { PaymentError } from '../errors.js';

/** How the code is shown. */
export type QRCodeOptions = {
  /** What a screen reader says of it, in the page's language. @default 'QR code of the payment link' */
  readonly label?: string;
  /** Width and height in CSS pixels, quiet zone included; a narrower container makes it smaller. @default 240 */
  readonly size?: number;
};

/** Light modules that a scanner needs on every side (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Draws a payment link as a QR code, so that a payer can go on with a phone: one inline SVG, black on white in dark mode
 * too, because scanners want it so. Passes a strict content security policy.
 *
 * @param container - Where the code goes, after what already stands there.
 * @param paymentLink - The link as Checkout gave it, e.g. `paymentLink` of the answer to your server.
 * @param options - `label`, default `'QR code of the payment link'`; `size` in CSS pixels, default 240.
 * @returns Its removal; a second call does nothing.
 * @throws PaymentError `options_invalid` where the link is no https URL (plain http passes for private addresses), or the
 *   size is no number above 0; `container_not_found` where the container is missing.
 * @example
 * ```ts
 * import { renderQRCode } from 'altapay-js/qr';
 *
 * const remove = renderQRCode(document.body, 'https://checkout.example/checkout/pay/1/2', { size: 200 });
 * ```
 * @see ISO/IEC 18004 (error correction M, quiet zone of 4 modules); WCAG 2.2 SC 1.1.1 (the label)
 */
export function renderQRCode(
  container: Element,
  paymentLink: string | URL,
  { label = 'QR code of the payment link', size = 240 }: QRCodeOptions = {},
): () => void {
  // What `querySelector` gives a page without types where it finds nothing.
  if (!(container as Element | null)) throw new PaymentError('container_not_found', 'There is no container.');
  if (!(size > 0 && size < Infinity)) throw invalid('size', 'a number of pixels above 0');
  const link = guardUrl(String(paymentLink), { allowPrivateHttp: true });
  if (!link) throw invalid('paymentLink', 'an https URL of at most 2,048 characters');

  const { modules } = create(link.href, { errorCorrectionLevel: 'M' });
  const across = modules.size + 2 * QUIET_ZONE;
  const isDark = (column: number, row: number): boolean => modules.get(row, column) === 1;
  const image = createShape('svg', {
    role: 'img',
    'aria-label': label,
    width: size,
    height: size,
    viewBox: `${-QUIET_ZONE} ${-QUIET_ZONE} ${across} ${across}`,
    'shape-rendering': 'crispEdges',
  });
  Object.assign((image as SVGElement).style, { maxWidth: '100%', height: 'auto' });
  image.append(
    createShape('rect', { x: -QUIET_ZONE, y: -QUIET_ZONE, width: across, height: across, fill: '#fff' }),
    createShape('path', { d: toPath(modules.size, isDark), fill: '#000' }),
  );
  container.append(image);
  return () => image.remove();
}

// One rectangle for each run of dark modules in a row.
function toPath(size: number, isDark: (column: number, row: number) => boolean): string {
  let path = '';
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const start = column;
      while (column < size && isDark(column, row)) column++;
      const length = column - start;
      if (length) path += `M${start} ${row}h${length}v1h-${length}z`;
    }
  return path;
}

function createShape(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const shape = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) shape.setAttribute(attribute, String(value));
  return shape;
}

// The link itself is not repeated: who reads the error may not be who may pay.
function invalid(name: string, wanted: string): PaymentError {
  return new PaymentError('options_invalid', `"${name}": wanted ${wanted}.`);
}
