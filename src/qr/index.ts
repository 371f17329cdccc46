export { renderQRCode } from './renderQRCode.js';
export type { QRCodeOptions } from './renderQRCode.js';
