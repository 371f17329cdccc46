import { encodePng } from './encodePng.js';

/** Light modules around the code that scanners need (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** `text` as a QR code: a PNG of `size` × `size` pixels (more, should the code need them), base64 without a prefix. */
export async function renderQRImage(text: string, size: number): Promise<string> {
  // The package's entry draws on files or a canvas, which a service worker has not; its core draws nowhere.
  const { create } = await import('qrcode/lib/core/qrcode.js');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const across = modules.size + 2 * QUIET_ZONE;
  const side = Math.max(size, across);
  const scale = Math.floor(side / across);
  const start = Math.floor((side - modules.size * scale) / 2);
  const toModule = (pixel: number): number => Math.floor((pixel - start) / scale);
  const inside = (module: number): boolean => module >= 0 && module < modules.size;

  const png = await encodePng({
    side,
    isBlack: (x, y) => {
      const [column, row] = [toModule(x), toModule(y)];
      return inside(column) && inside(row) && modules.get(row, column) === 1;
    },
  });
  return btoa(Array.from(png, (byte) => String.fromCharCode(byte)).join(''));
}
