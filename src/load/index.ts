/**
 * Loads the script that you host, for applications that do not bundle the SDK.
 *
 * @module altapay-js/load
 */
export { loadAltaPay } from './loadAltaPay.js';
export type { AltaPay, LoadOptions } from './loadAltaPay.js';
