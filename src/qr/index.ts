/**
 * Payment links as QR codes.
 *
 * @module altapay-js/qr
 */
export { encodeQRCode } from './encodeQRCode.js';
export { renderQRCode } from './renderQRCode.js';
export type { QRCode } from '../core/qrCode.js';
export type { QRCodeOptions } from './renderQRCode.js';
