import { PaymentError } from '../errors.js';
import { encodeQRCode } from './encodeQRCode.js';

/** How the code is shown. */
export type QRCodeOptions = {
  /** What a screen reader says of it, in the page's language. @default 'QR code of the payment link' */
  readonly label?: string;
  /** Width and height in CSS pixels, quiet zone included; a narrower container makes it smaller. @default 240 */
  readonly size?: number;
};

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
  if (!(size > 0 && size < Infinity))
    throw new PaymentError('options_invalid', '"size": wanted a number of pixels above 0.');
  const { viewBox, path } = encodeQRCode(paymentLink);
  const [x, y, width, height] = viewBox.split(' ') as [string, string, string, string];
  const image = createShape('svg', {
    role: 'img',
    'aria-label': label,
    width: size,
    height: size,
    viewBox,
    'shape-rendering': 'crispEdges',
  });
  Object.assign((image as SVGElement).style, { maxWidth: '100%', height: 'auto' });
  image.append(
    createShape('rect', { x, y, width, height, fill: '#fff' }),
    createShape('path', { d: path, fill: '#000' }),
  );
  container.append(image);
  return () => image.remove();
}

function createShape(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const shape = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) shape.setAttribute(attribute, String(value));
  return shape;
}
