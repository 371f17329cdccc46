/**
 * Payment links as QR codes.
 *
 * @module altapay-js/qr
 */
export { renderQRCode } from './renderQRCode.js';
export type { QRCodeOptions } from './renderQRCode.js';
