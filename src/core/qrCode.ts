/** A QR code as a drawing: what an `<svg>` needs, in modules. */
export type QRCode = {
  /** With the quiet zone of 4 modules that scanners need on every side; fill it with a light colour. */
  readonly viewBox: string;
  /** The dark modules, as a path's `d`. */
  readonly path: string;
};
