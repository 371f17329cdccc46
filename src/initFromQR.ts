import type { CheckoutSession } from './checkoutSession.js';
import { onLinkChanged } from './browser/onLinkChanged.js';
import { readKeptLink, scrubUrl } from './browser/scrubUrl.js';
import { whenShown } from './browser/whenShown.js';
import { configuredOptions } from './configure.js';
import { connectPage } from './connectPage.js';
import { parsePaymentLink } from './core/parsePaymentLink.js';
import type { PaymentLink } from './core/session.js';
import { isPaymentError, PaymentError } from './errors.js';
import { createSession, type OwnSession } from './flow/createSession.js';
import type { InitFromQROptions, Settings } from './options.js';
import { resolveOptions } from './resolveOptions.js';

/**
 * Opens the payment link in the page's address: reads the session from it, asks Checkout for the order and its payment
 * methods, and draws a picker into the container. The payer chooses, confirms and is taken to the payment.
 *
 * @param options - See {@link InitFromQROptions}; `apiUrl` is required here or by {@link configure}.
 * @returns The session, once Checkout has answered or could not be asked. With a container it resolves in any state,
 *   because the picker shows it and the payer may recover: read `session.state`.
 * @throws PaymentError `options_invalid`, `container_not_found`, `aborted`; without a container also whatever kept the
 *   order from being loaded, e.g. `link_missing`, `link_expired`, `network`, `no_payment_methods`.
 * @example
 * ```ts
 * import { initFromQR } from 'altapay-js';
 *
 * const session = await initFromQR({
 *   apiUrl: 'https://testgateway.altapaysecure.com/checkout/v1/api',
 *   container: '#payment',
 * });
 * ```
 */
export async function initFromQR(options: InitFromQROptions): Promise<CheckoutSession> {
  const settings = resolveOptions({ ...configuredOptions(), ...options });
  const { container, signal, onWarning } = settings;
  const earlier = container !== undefined ? running.get(container) : undefined;
  if (earlier && !earlier.isOver() && !earlier.own.session?.hasLostPicker()) {
    onWarning?.('initFromQR was called twice for one container; the second call joins the first.');
    return earlier.opening;
  }
  // A router has replaced or emptied the element: what was drawn into it is nobody's any more.
  earlier?.own.session?.session.destroy();
  const own: { session?: OwnSession } = {};
  const isOver = (): boolean => signal?.aborted === true || own.session?.session.state.name === 'destroyed';
  const opening = openLink(settings, own);
  if (container !== undefined) {
    running.set(container, { opening, own, isOver });
    opening.catch(() => running.get(container)?.own === own && running.delete(container));
  }
  return opening;
}

// By container, so that a framework that mounts twice does not open the link twice.
const running = new Map<
  string | Element,
  { opening: Promise<CheckoutSession>; own: { session?: OwnSession }; isOver(): boolean }
>();

async function openLink(settings: Settings, own: { session?: OwnSession }): Promise<CheckoutSession> {
  const { container, signal } = settings;
  let link = readLink(settings, settings.url ?? new URL(location.href));
  // Before the first await: nothing else on the page may find a token in the address bar.
  if (!settings.url) scrubUrl(valueOf(link), settings.scrubUrl);
  await whenShown();
  if (signal?.aborted) throw new PaymentError('aborted', 'The signal was aborted.');

  const { session, restart, onEnd, settled } = (own.session = createSession(
    connectPage(settings, () => orThrow(link)),
  ));
  if (!settings.url)
    onEnd(
      onLinkChanged((url) => {
        const next = readLink(settings, url);
        // A route of the page's own router is no link; the page must never show one order and pay another.
        if (isPaymentError(next) ? next.code === 'link_missing' : sameLink(next, link)) return;
        link = next;
        scrubUrl(valueOf(link), settings.scrubUrl);
        restart();
      }),
    );
  if (container === undefined) return headless(session, settled);
  onEnd(() => running.get(container)?.own === own && running.delete(container));
  try {
    return await session.injectPaymentMethods(container);
  } catch (error) {
    // What went wrong with the payment is on the picker; anything else is the page's own mistake, and stays an error.
    if (isPaymentError(error) && !/^(container_not_found|aborted)$/.test(error.code)) return session;
    session.destroy();
    throw error;
  }
}

async function headless(session: CheckoutSession, settled: Promise<void>): Promise<CheckoutSession> {
  await settled;
  const { state } = session;
  if (state.name === 'destroyed') throw new PaymentError('aborted', 'The session was destroyed.');
  if (state.name !== 'failed') return session;
  session.destroy();
  throw state.error;
}

// What is wrong with a link is shown on the picker, so it is kept until there is one.
function readLink(settings: Settings, url: URL): PaymentLink | PaymentError {
  try {
    return settings.parsePaymentLink ? settings.parsePaymentLink(url) : parsePaymentLink(url, readKeptLink());
  } catch (cause) {
    return isPaymentError(cause)
      ? cause
      : new PaymentError('link_malformed', 'The option "parsePaymentLink" threw.', { cause });
  }
}

function orThrow(link: PaymentLink | PaymentError): PaymentLink {
  if (isPaymentError(link)) throw link;
  return link;
}

function valueOf(link: PaymentLink | PaymentError): PaymentLink | undefined {
  return isPaymentError(link) ? undefined : link;
}

function sameLink(a: PaymentLink, b: PaymentLink | PaymentError): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
