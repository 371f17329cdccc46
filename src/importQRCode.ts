import type { encodeQRCode } from './qr/encodeQRCode.js';

/**
 * Loads what draws QR codes, which stands beside whatever imports it (rollup.config.mjs).
 *
 * @param _failed - How often it could not be loaded so far: browsers remember that of an address.
 */
export const importQRCode = (_failed: number): Promise<{ encodeQRCode: typeof encodeQRCode }> =>
  import('./qr/index.js');
