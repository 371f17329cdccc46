import { PNG } from 'pngjs';

/**
 * Cuts a piece out of an image.
 *
 * @param image - A PNG.
 * @param piece - Where it lies; what is outside the image is left out.
 * @returns A PNG.
 */
export function cut(
  image: Uint8Array,
  piece: { x: number; y: number; width: number; height: number },
): Buffer {
  const whole = PNG.sync.read(Buffer.from(image));
  const [left, top] = [Math.max(0, Math.floor(piece.x)), Math.max(0, Math.floor(piece.y))];
  const width = Math.min(Math.ceil(piece.x + piece.width), whole.width) - left;
  const height = Math.min(Math.ceil(piece.y + piece.height), whole.height) - top;
  const result = new PNG({ width, height });
  PNG.bitblt(whole, result, left, top, width, height, 0, 0);
  return PNG.sync.write(result);
}
