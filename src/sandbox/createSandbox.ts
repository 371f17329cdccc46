import type { Hono } from 'hono';
import type { FaultEnv } from './applyFault.js';
import type { Checkout } from './checkout.js';
import { markConnectionFault } from './connectionFault.js';
import { controlRoutes } from './controls.js';
import { createAnswering } from './createAnswering.js';
import { createApp } from './createApp.js';
import { createCheckout } from './createCheckout.js';
import { createForgetting } from './createForgetting.js';
import { createSwitches } from './createSwitches.js';
import type { Fault } from './fault.js';
import { createFaults } from './faults.js';
import { type LoggedRequest, type TimedRequest, toLoggedRequest } from './ledger.js';
import { statusScript } from './renderStatusPage.js';
import type { Sandbox } from './sandbox.js';
import type { SandboxOptions } from './sandboxOptions.js';
import { screenRoutes } from './screenRoutes.js';
import { statusRoutes } from './statusRoutes.js';
import type { State } from './store.js';
import { toProblem } from './toProblem.js';

/**
 * A whole Checkout in one fetch handler: API, payment links, gateway and default payment page. Runs wherever `Request`
 * and `Response` are: Node, a test, a service worker. No money moves.
 *
 * Its answers follow AltaPay's public documentation and clients; what those leave open (link exchange, error bodies,
 * session status) is our own choice.
 *
 * @param options - Everything has a default.
 * @returns The handler, and the switches that a test wants.
 * @throws TypeError where `callbackSecret` has fewer than 16 characters, or `publicUrl` is no URL.
 *
 * @example
 * ```ts
 * import { createSandbox } from 'altapay-js/sandbox';
 *
 * const sandbox = createSandbox();
 * const { apiUrl, url } = await sandbox.createLink('paid');
 * const session = await initFromQR({ apiUrl, url, container: '#payment', fetch: sandbox.fetch });
 * session.state.name; // 'paid'
 * ```
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const checkout = createCheckout(options);
  const requests: LoggedRequest[] = [];
  const latest: TimedRequest[] = [];
  const faults = createFaults(options.faults);
  const answering = createAnswering(checkout);

  const switches = createSwitches(checkout, options, { requests, latest, faults, answering });
  const forgetEnded = createForgetting(checkout.now);
  const app = createApp(checkout, options, answering);
  if (options.controls) {
    const hasScript = async () => (await options.readAsset?.(statusScript)) !== undefined;
    app.route('/__sandbox', statusRoutes(checkout, switches, latest, hasScript));
    app.route('/__sandbox', controlRoutes(checkout, switches));
    app.route('/__sandbox', screenRoutes(checkout));
  }

  const log = (entry: LoggedRequest): void => {
    requests.push(entry);
    latest.push({ ...entry, at: checkout.now() });
    if (latest.length > LATEST) latest.shift();
  };
  return {
    ...switches,
    fetch: async (input, init) => {
      const request = toRequest(input, init);
      const isControl = new URL(request.url).pathname.startsWith('/__sandbox');
      const fault = isControl ? undefined : faults.take(request);
      const response = await answer(app, checkout, request, fault, forgetEnded);
      response.headers.set('X-Correlation-Id', crypto.randomUUID());
      response.headers.set('Cache-Control', 'no-store');
      markConnectionFault(response, fault);
      if (!isControl) log(toLoggedRequest(request, response.status));
      return response;
    },
  };
}

/** How many requests the status page lists, each with its time. */
const LATEST = 50;

/** What `fetch` takes, as a request. A server hands a second argument of its own beside a request that is whole. */
function toRequest(input: RequestInfo | URL, init: RequestInit | undefined): Request {
  const isWhole = typeof input === 'object' && 'headers' in input;
  const changes = init && ('method' in init || 'headers' in init || 'body' in init);
  return isWhole && !changes ? input : new Request(input, init);
}

async function answer(
  app: Hono<FaultEnv>,
  { store }: Checkout,
  request: Request,
  fault: Fault | undefined,
  forgetEnded: (state: State) => void,
): Promise<Response> {
  try {
    await store.load();
    forgetEnded(store.state);
    const response = await app.fetch(request, { fault });
    await store.save();
    return response;
  } catch (error) {
    return toProblem(error).toResponse();
  }
}
