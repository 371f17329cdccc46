export { loadAltaPay } from './loadAltaPay.js';
export type { AltaPay, LoadOptions } from './loadAltaPay.js';
