/** What a page can tell of the device, and of what its owner has set there. */
export type DeviceOptions = {
  /** A computer, with a wide screen and a mouse. Default: a phone. */
  readonly desk?: boolean;
  readonly colorScheme?: 'dark';
  readonly reducedMotion?: 'reduce';
  /** WebKit knows none. */
  readonly forcedColors?: 'active';
  /** What the browser says it is. Default: what it is. */
  readonly userAgent?: string;
  /** What Chromium has to be told; the others let the payer's own press do. */
  readonly permissions?: ['clipboard-write'];
};

export const PHONE_SIZE = { width: 390, height: 844 };
export const DESK_SIZE = { width: 1280, height: 900 };
