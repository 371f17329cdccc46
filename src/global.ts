import { AltaPayFactory } from './core/altaPayFactory.js';
import { configure } from './configure.js';
import { isPaymentError, PaymentError } from './errors.js';
import { initFromQR } from './initFromQR.js';
import { initiate } from './initiate.js';
import { readScriptTag } from './browser/readScriptTag.js';
import type { InitFromQROptions, SessionOptions } from './options.js';
import { version } from './version.js';

const sdk = { AltaPayFactory, configure, initFromQR, initiate, isPaymentError, PaymentError, version };

declare global {
  // The name AltaPay's own pages use.
  var AltaPay: typeof sdk | undefined;
  var AltaPayFactory: typeof import('./core/altaPayFactory.js').AltaPayFactory | undefined;
}

// The first script on the page stays: a second one must not part a session from its global.
const tag = document.currentScript;
if (globalThis.AltaPay?.version) {
  console.warn('altapay: two scripts on this page; the first one is used.');
} else {
  // The script of the page that the payer comes back to may have run before.
  globalThis.AltaPay = Object.assign(sdk, globalThis.AltaPay);
  globalThis.AltaPayFactory ??= AltaPayFactory;
  const { container, ...defaults } = readScriptTag(tag);
  // Attributes are texts; they are checked like any other options when a session begins.
  configure(defaults as Partial<SessionOptions>);
  // The request leaves at once; the container is looked for when the document is there.
  if (container !== undefined)
    initFromQR({ ...defaults, container } as InitFromQROptions).catch(console.error);
}
