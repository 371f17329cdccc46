import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { createCallbackSender } from './callbacks.js';
import { apiPath } from './apiPath.js';
import { applePayRoutes } from './applePayRoutes.js';
import { applyFault, type FaultEnv } from './applyFault.js';
import type { Checkout } from './checkout.js';
import { type Answering, createAnswering } from './createAnswering.js';
import { markConnectionFault } from './connectionFault.js';
import { controlRoutes } from './controls.js';
import { defaultPageRoutes, type ReadAsset } from './defaultPage.js';
import type { Fault } from './fault.js';
import { createFaults, type Faults } from './faults.js';
import { createForgetting } from './createForgetting.js';
import { gatewayRoutes } from './gatewayRoutes.js';
import { handOffRoutes } from './handOffRoutes.js';
import { fixtures } from './fixtures.js';
import { type LoggedRequest, type TimedRequest, toLedger, toLoggedRequest } from './ledger.js';
import { linkRoutes } from './linkRoutes.js';
import { renderLogo } from './logos.js';
import { makeLink } from './makeLink.js';
import { defaultMethods, type SandboxMerchant, type SandboxMethod } from './methods.js';
import { paymentRoutes } from './paymentRoutes.js';
import { Problem } from './problem.js';
import { type Credentials, sessionRoutes } from './sessionRoutes.js';
import type { Sandbox } from './sandbox.js';
import { statusScript } from './renderStatusPage.js';
import { screenRoutes } from './screenRoutes.js';
import { statusRoutes } from './statusRoutes.js';
import { createStore, type SandboxStorage, type State } from './store.js';
import { createTokens } from './tokens.js';

/** The secret that signs callbacks unless the sandbox is given another. Known to everyone: for tests only. */
export const sandboxCallbackSecret = 'altapay-sandbox-callback-secret-not-for-production';

export type SandboxOptions = {
  /**
   * Origin under which browsers reach the sandbox, e.g. `http://192.168.1.20:4171` for a phone on the same network.
   * @default the origin of each request; for `createLink`, which has none, `https://checkout.test`
   */
  readonly publicUrl?: string;
  /**
   * Epoch milliseconds.
   * @default Date.now
   */
  readonly clock?: () => number;
  /**
   * Serve the switches under `/__sandbox`: a status page, ledger, clock, sessions, faults, reset, and every screen to look at.
   * @default false
   */
  readonly controls?: boolean;
  /**
   * What `POST /authenticate` wants, as HTTP Basic.
   * @default sandbox:sandbox
   */
  readonly credentials?: Credentials;
  /**
   * Signs the `AltaPay-Signature` of callbacks; at least 16 characters, 32 advised (CallbackSecurity, D).
   * @default {@link sandboxCallbackSecret}
   */
  readonly callbackSecret?: string;
  /**
   * How callbacks are sent to the shop.
   * @default globalThis.fetch
   */
  readonly sendCallback?: typeof fetch;
  /**
   * The ways to pay, in display order.
   * @default card, MobilePay, Vipps, Swish, Klarna, iDEAL, Apple Pay, Google Pay and bank transfer
   */
  readonly methods?: readonly SandboxMethod[];
  /**
   * Who is paid.
   * @default { name: 'Sandbox shop' }
   */
  readonly merchant?: SandboxMerchant;
  /**
   * Keeps orders across a restart.
   * @default memory
   */
  readonly storage?: SandboxStorage;
  /**
   * Requests that are to fail from the start, and after each `reset`.
   * @default none
   */
  readonly faults?: readonly Fault[];
  /** The SDK's files for the default payment page, by name below `dist`. Without it that page says it has no script. */
  readonly readAsset?: ReadAsset;
};

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
  const clock = options.clock ?? Date.now;
  const checkout = createCheckout(options, clock);
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

type Parts = {
  readonly requests: LoggedRequest[];
  readonly latest: TimedRequest[];
  readonly faults: Faults;
  readonly answering: Answering;
};

function createSwitches(
  checkout: Checkout,
  options: SandboxOptions,
  { requests, latest, faults, answering }: Parts,
): Omit<Sandbox, 'fetch'> {
  const { store, callbacks } = checkout;
  return {
    ledger: () => toLedger(store.state, requests, callbacks.sent),
    advance: (minutes) => {
      store.state.clockOffset += minutes * 60_000;
    },
    cancelSession: (sessionId) => {
      const session = store.state.sessions.get(sessionId);
      if (session) session.settled ??= 'CANCELLED';
    },
    createLink: async (wish = 'open') => {
      await store.load();
      const origin = options.publicUrl === undefined ? NOWHERE : new URL(options.publicUrl).origin;
      const link = makeLink(checkout, typeof wish === 'string' ? { fixture: wish } : wish, origin);
      await store.save();
      return link;
    },
    expireLink: (linkId) => {
      const link = store.state.links.get(linkId);
      if (link) link.validityMs = Math.min(link.validityMs, checkout.now() - link.createdAt);
    },
    settlePayment: async (paymentId, outcome) => {
      const found = answering.find(paymentId);
      if (!found) return undefined;
      const { settlement, delivery } = answering.answer(found, outcome);
      await delivery;
      return settlement;
    },
    addFault: faults.add,
    faults: faults.list,
    clearFaults: faults.clear,
    reset: () => {
      store.reset();
      callbacks.clear();
      requests.length = latest.length = 0;
      faults.clear();
      options.faults?.forEach(faults.add);
    },
  };
}

/** Where a sandbox stands that nobody has given an address: a name that leads nowhere (RFC 2606). */
const NOWHERE = 'https://checkout.test';

/** What `fetch` takes, as a request. A server hands a second argument of its own beside a request that is whole. */
function toRequest(input: RequestInfo | URL, init: RequestInit | undefined): Request {
  const isWhole = typeof input === 'object' && 'headers' in input;
  const changes = init && ('method' in init || 'headers' in init || 'body' in init);
  return isWhole && !changes ? input : new Request(input, init);
}

function createCheckout(options: SandboxOptions, clock: () => number): Checkout {
  const secret = options.callbackSecret ?? sandboxCallbackSecret;
  if (secret.length < 16) throw new TypeError('callbackSecret must have at least 16 characters.');
  const store = createStore(options.storage);
  const now = (): number => clock() + store.state.clockOffset;
  const send: typeof fetch = (input, init) => (options.sendCallback ?? globalThis.fetch)(input, init);
  const publicOrigin = options.publicUrl === undefined ? undefined : new URL(options.publicUrl).origin;
  return {
    store,
    now,
    tokens: createTokens(now),
    methods: options.methods ?? defaultMethods,
    merchant: options.merchant ?? { name: 'Sandbox shop' },
    callbacks: createCallbackSender(send, secret, clock),
    origin: (request) => publicOrigin ?? new URL(request.url).origin,
  };
}

function createApp(checkout: Checkout, options: SandboxOptions, answering: Answering): Hono<FaultEnv> {
  const app = new Hono<FaultEnv>();
  app.onError((error) => toProblem(error).toResponse());
  app.notFound(() => new Problem(404, 'NOT_FOUND', 'There is nothing here.').toResponse());
  // Whatever a fault makes of it: it has come in.
  app.post(`${apiPath}/payment`, async (_, next) => {
    checkout.store.state.counts.arrivals += 1;
    await next();
  });
  app.use(
    applyFault(
      cors({
        origin: '*',
        allowMethods: ['GET', 'HEAD', 'POST', 'PUT'],
        allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key'],
        exposeHeaders: ['Retry-After', 'X-Correlation-Id'],
        maxAge: 600,
      }),
    ),
  );
  app.route(
    apiPath,
    sessionRoutes(checkout, options.credentials ?? { username: 'sandbox', password: 'sandbox' }),
  );
  app.route(apiPath, paymentRoutes(checkout, answering));
  app.route(apiPath, applePayRoutes(checkout));
  app.route('/', linkRoutes(checkout));
  app.route('/', handOffRoutes(checkout, answering));
  app.route('/', gatewayRoutes(checkout, answering));
  app.route('/', defaultPageRoutes(checkout, options.readAsset));
  // Browsers ask for it by themselves and tell the console of a 404.
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('/checkout/logos/:name{[\\w-]+\\.svg}', (c) => {
    const all = [...checkout.methods, ...Object.values(fixtures).flatMap(({ methods = [] }) => methods)];
    const method = all.find(({ id }) => `${id}.svg` === c.req.param('name'));
    if (!method) throw new Problem(404, 'NOT_FOUND', 'There is no such logo.');
    return c.body(renderLogo(method), 200, { 'Content-Type': 'image/svg+xml' });
  });
  return app;
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

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException && error.status === 401) {
    const challenge = error.res?.headers.get('WWW-Authenticate') ?? 'Basic';
    return new Problem(401, 'CREDENTIALS_WRONG', 'This call wants the right user name and password.', {
      headers: { 'WWW-Authenticate': challenge },
    });
  }
  return new Problem(500, 'SANDBOX_FAILED', error instanceof Error ? error.message : 'The sandbox failed.');
}
