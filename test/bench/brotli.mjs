import { brotliCompressSync, constants } from 'node:zlib';

/**
 * Compresses as a server does that compresses once.
 *
 * @param {string | Uint8Array} content
 */
export function brotli(content) {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}
