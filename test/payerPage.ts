import { vi } from 'vitest';
import { initFromQR } from '../src/initFromQR.js';
import type { CheckoutSession } from '../src/checkoutSession.js';
import type { InitFromQROptions } from '../src/options.js';
import type { SandboxOptions } from '../src/sandbox/index.js';
import { API, order, startCheckout, type LinkAnswer } from './sandbox/checkoutClient.js';

/** Stands between the page and Checkout: answers itself, forwards, or breaks. */
export type Intercept = (
  request: Request,
  forward: () => Promise<Response>,
  url: URL,
) => Response | Promise<Response>;

export const isPayment = (request: Request): boolean =>
  request.method === 'POST' && new URL(request.url).pathname.endsWith('/payment');
export const isRead = (request: Request): boolean => request.method === 'GET';

/** Lets Checkout do its work and then breaks the connection, so that the page never hears of it. */
export const dieAfter: Intercept = async (_, forward) => {
  await forward();
  throw new TypeError('Failed to fetch');
};

/** The session without what contract.md marks as ours: an API that does not say where it stands. */
export const withoutStatus: Intercept = async (_, forward) => {
  const response = await forward();
  const body = (await response.json()) as Record<string, unknown>;
  delete body.status;
  return new Response(JSON.stringify(body), { status: response.status });
};

/** A page that a payer has opened by a payment link, with a Checkout behind it and a merchant beside it. */
export async function openPayerPage(
  given: {
    order?: unknown;
    link?: object;
    sandbox?: SandboxOptions;
    hash?: (id: string, link: string) => string;
  } = {},
) {
  const checkout = await startCheckout(given.sandbox);
  const sessionId = await checkout.createSession({ order: given.order ?? order });
  const link: LinkAnswer = await checkout.createLink(sessionId, given.link);
  const hash = given.hash ?? ((id, linkId) => `#sessionId=${id}&linkId=${linkId}`);
  visit(`https://shop.test/pay${hash(sessionId, link.id)}`);
  document.body.innerHTML = '<div id="payment"></div>';
  const container = document.querySelector<HTMLElement>('#payment')!;

  const network: { intercept: Intercept | undefined; requests: Request[] } = {
    intercept: undefined,
    requests: [],
  };
  const answer = async (request: Request): Promise<Response> => {
    const forward = (): Promise<Response> => checkout.sandbox.fetch(request);
    return network.intercept ? network.intercept(request, forward, new URL(request.url)) : forward();
  };
  const fetchOne = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = input as Request;
    const signal = init?.signal ?? request.signal;
    signal.throwIfAborted();
    network.requests.push(request);
    // As a browser does: an aborted request is over for the page, whatever the server makes of it.
    const over = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
    return Promise.race([answer(request), over]);
  };
  const navigate = vi.fn<(url: URL) => void>();
  const options = { apiUrl: API, locale: 'en', fetch: fetchOne, navigate } satisfies InitFromQROptions;
  const sessions: CheckoutSession[] = [];

  return {
    ...checkout,
    sessionId,
    link,
    container,
    network,
    navigate,
    options,
    /** Starts the SDK on this page. */
    async start(more: Partial<InitFromQROptions> = {}): Promise<CheckoutSession> {
      const session = await initFromQR({ ...options, container, ...more });
      sessions.push(session);
      return session;
    },
    /** Starts it for a merchant who draws nothing or something of his own. */
    async startHeadless(more: Partial<InitFromQROptions> = {}): Promise<CheckoutSession> {
      const session = await initFromQR({ ...options, ...more });
      sessions.push(session);
      return session;
    },
    /** What the payer sees. */
    picker: () => container.firstElementChild?.shadowRoot ?? undefined,
    async changeOrder(change: object): Promise<void> {
      await checkout.call(`/session/${sessionId}`, {
        method: 'PUT',
        json: { order: { ...order, ...change } },
      });
    },
    ledger: () => checkout.sandbox.ledger(),
    leave(): void {
      for (const session of sessions) session.destroy();
      document.body.innerHTML = '';
    },
  };
}

/** Waits until what pays is here, which is loaded a moment after the methods are there. */
export async function payPhaseLoaded(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await vi.dynamicImportSettled();
}

/** Puts an address into the address bar as a navigation would: nothing is kept of the page before. */
export function visit(url: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  history.replaceState(null, '', url);
}

/** Puts the fragment of another link into the address bar; the page is not loaded again. */
export function openInSameTab(fragment: string): void {
  history.replaceState(null, '', fragment);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

export type PayerPage = Awaited<ReturnType<typeof openPayerPage>>;

/** Gathers what is reported to the page as an uncaught error, instead of failing the test run. */
export function gatherReported(): unknown[] {
  const reported: unknown[] = [];
  const later = globalThis.setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((run: () => void, ms?: number) =>
    later(() => {
      try {
        run();
      } catch (error) {
        reported.push(error);
      }
    }, ms),
  );
  return reported;
}

/** Holds back whatever waits for it, until it is opened. */
export function createGate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
