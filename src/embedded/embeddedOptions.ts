import type { Appearance } from '../core/appearance.js';
import type { Messages } from '../core/messageKeys.js';

/** Options of {@link embedded}. */
export type EmbeddedOptions = {
  /** Where the frame goes, for as long as the payer pays in it. Not inside the picker. */
  container: string | Element;
  /** Where the frame may be from, and whose messages are heard, e.g. `['https://testgateway.altapaysecure.com']`. */
  origins: readonly string[];
  /** The frame's accessible name. @default the method's name */
  title?: string;
  /** How long to wait for its first sign of life, in milliseconds, before the payer is offered the way out. @default 15000 */
  readyMs?: number;
  /** Language and region of that offer, BCP 47. @default `<html lang>`, then the browser's language */
  locale?: string;
  /** Texts to say differently, by key. */
  messages?: Partial<Messages>;
  /** How that offer looks, as the picker's option. */
  appearance?: Appearance;
};
