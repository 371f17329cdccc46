import { create } from 'qrcode/lib/core/qrcode.js';
import { guardUrl } from '../core/guardUrl.js';
import type { QRCode } from '../core/qrCode.js';
import { PaymentError } from '../errors.js';

/** Light modules that a scanner needs on every side (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4;

/**
 * A payment link as a QR code, for pages that draw it themselves: put the path, dark, into an `<svg>` with the view box and
 * a light background.
 *
 * @param paymentLink - The link as Checkout gave it, e.g. `paymentLink` of the answer to your server.
 * @returns View box, with the quiet zone, and path.
 * @throws PaymentError `options_invalid` where the link is no https URL (plain http passes for private addresses).
 * @example
 * ```ts
 * import { encodeQRCode } from 'altapay-js/qr';
 *
 * const { viewBox, path } = encodeQRCode('https://checkout.example/checkout/pay/1/2');
 * ```
 * @see ISO/IEC 18004 (error correction M, quiet zone of 4 modules)
 */
export function encodeQRCode(paymentLink: string | URL): QRCode {
  const link = guardUrl(String(paymentLink), { allowPrivateHttp: true });
  // The link itself is not repeated: who reads the error may not be who may pay.
  if (!link)
    throw new PaymentError(
      'options_invalid',
      '"paymentLink": wanted an https URL of at most 2,048 characters.',
    );
  const { modules } = create(link.href, { errorCorrectionLevel: 'M' });
  const across = modules.size + 2 * QUIET_ZONE;
  const isDark = (column: number, row: number): boolean => modules.get(row, column) === 1;
  return {
    viewBox: `${-QUIET_ZONE} ${-QUIET_ZONE} ${across} ${across}`,
    path: toPath(modules.size, isDark),
  };
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
