import jsQR from 'jsqr';
import { PNG } from 'pngjs';

// jsqr's types describe its ES build; Node loads the CommonJS one.
const decode = jsQR as unknown as typeof jsQR.default;

/**
 * Reads a QR code out of an image, as a phone's camera does.
 *
 * @param image - A PNG.
 * @returns The text in it.
 * @throws Error when no code is seen.
 */
export function readQRCode(image: Uint8Array): string {
  const { data, width, height } = PNG.sync.read(Buffer.from(image));
  const code = decode(new Uint8ClampedArray(data), width, height);
  if (!code) throw new Error(`No QR code is seen in the image of ${width} × ${height}`);
  return code.data;
}
