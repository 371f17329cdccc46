/**
 * A form of the gateway in a frame of your page, as a method handler.
 *
 * @module altapay-js/embedded
 */
export { embedded } from './embedded.js';
export type { EmbeddedOptions } from './embeddedOptions.js';
export type { Appearance } from '../core/appearance.js';
export type { MessageKey, Messages } from '../core/messageKeys.js';
export type { MethodHandler, MethodHandlerContext } from '../options.js';
