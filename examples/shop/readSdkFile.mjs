import { readFile } from 'node:fs/promises';

const dist = new URL('../../dist/', import.meta.url);

/**
 * Reads one of the SDK's built files: `altapay.min.js`, or one of the modules it loads, as in `lang/da.js`.
 *
 * @param {string} name
 * @returns {Promise<Uint8Array<ArrayBuffer> | undefined>}
 */
export async function readSdkFile(name) {
  if (!/^([\w-]+\/)?[\w.-]+\.js$/.test(name)) return undefined;
  return readFile(new URL(name, dist)).then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
}
