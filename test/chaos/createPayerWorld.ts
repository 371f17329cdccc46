import { vi } from 'vitest';
import type { CheckoutSession } from '../../src/checkoutSession.js';
import { isPaymentError } from '../../src/errors.js';
import { initFromQR } from '../../src/initFromQR.js';
import type { InitFromQROptions } from '../../src/options.js';
import { connectionFaultOf } from '../../src/sandbox/index.js';
import { createGate, isPayment, openInSameTab, openPayerPage, type Intercept } from '../payerPage.js';
import { API, order } from '../sandbox/checkoutClient.js';
import type { Command } from './commands.js';
import { countListeners } from './countListeners.js';
import type { Facts, Screen } from './expectInvariants.js';

type Tab = {
  readonly container: HTMLElement;
  /** Where the link stands, for a tab whose address is not the window's. */
  readonly url?: string;
  session?: CheckoutSession | undefined;
  stop?: AbortController | undefined;
};

/** A payer with two tabs, a network that breaks and a clock of its own; everything follows from the commands it obeys. */
export type PayerWorld = {
  obey(command: Command): Promise<void>;
  facts(): Facts;
  /** What is still there of sessions that have ended. */
  leftovers(): { timers: number; listeners: number; requests: number; nodes: number };
  leave(): void;
};

// Kept from before the clock was taken over: the sandbox signs and checks tokens on threads of its own.
const nextTurn = setImmediate;
const STEP_MS = 1_000;

/**
 * Opens a payment page in happy-dom. Time stands still but for `wait`, and requests are handled one after the other,
 * so that the same commands always come to the same end.
 */
export async function createPayerWorld(seed: number): Promise<PayerWorld> {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  const began = Date.UTC(2026, 0, 1);
  const page = await openPayerPage({ sandbox: { clock: () => began + performance.now() } });
  const otherId = await page.createSession({ order: { ...order, orderId: 'A-1002' } });
  const links = [
    { sessionId: page.sessionId, linkId: page.link.id },
    { sessionId: otherId, linkId: (await page.createLink(otherId)).id },
  ];
  const hashOf = (index: number): string => `#${new URLSearchParams(links[index]).toString()}`;
  const hasKeys = seed % 3 !== 0;
  const saysStatus = seed % 4 !== 0;
  vi.spyOn(Math, 'random').mockReturnValue(((seed * 7) % 10) / 10);

  const network = createNetwork(saysStatus);
  page.network.intercept = network.intercept;
  const seen = createWitness();
  const listeners = countListeners(window, document);

  const other = document.createElement('div');
  document.body.append(other);
  const tabs: Tab[] = [
    { container: page.container },
    { container: other, url: `https://shop.test/pay${hashOf(0)}` },
  ];
  let current = 0;
  let linkIndex = 0;
  const tab = (): Tab => tabs[current]!;
  const root = (): ShadowRoot | undefined => tab().container.firstElementChild?.shadowRoot ?? undefined;

  const start = (at: Tab): void => {
    at.stop = new AbortController();
    const told = seen.listen();
    const options: InitFromQROptions = {
      ...page.options,
      ...(at.url && { url: at.url }),
      container: at.container,
      signal: at.stop.signal,
      idempotencyKey: hasKeys,
      renewToken: async () => {
        seen.renewals++;
        return page.token;
      },
      onStateChange: ({ name }, session) => {
        at.session = session;
        told.push(`state:${name}`);
      },
      onPaymentInitiated: () => void told.push('paymentinitiated'),
      onFailure: (error) => {
        told.push(`failure:${error.code}`);
        seen.hear(error);
      },
    };
    initFromQR(options).then((session) => void (at.session = session), seen.hear);
  };
  const end = (at: Tab): void => {
    at.stop?.abort();
    at.stop = at.session = undefined;
  };

  const press = (): void => {
    const button = root()?.querySelector<HTMLElement>('[part~="pay-button"]');
    if (screenOf(tab()).payable) seen.confirmations++;
    button?.click();
  };
  const act = (): void => {
    const state = tab().session?.state;
    const button = root()?.querySelector<HTMLElement>('[part=notice]:not([hidden]) button:not([hidden])');
    if (!button) return;
    if (state?.name === 'unclear' && state.retry === 'offered') seen.confirmations++;
    button.click();
  };
  const lastPayment = (): string | undefined => seen.navigated.at(-1);

  const perform: { [Name in Command['do']]: (command: Extract<Command, { do: Name }>) => unknown } = {
    choose({ method }) {
      const radios = root()?.querySelectorAll<HTMLInputElement>('fieldset:not([disabled]) input') ?? [];
      [...radios].at(method % Math.max(1, radios.length))?.click();
    },
    pay({ presses }) {
      for (let times = 0; times < presses; times++) press();
    },
    act,
    refresh: () => void tab().session?.refresh().catch(seen.hear),
    back() {
      dispatchEvent(new Event('pagehide'));
      dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    },
    hide: () => seen.show(false),
    show: () => seen.show(true),
    reload() {
      end(tab());
      start(tab());
    },
    otherTab() {
      current = 1 - current;
      if (!tab().stop) start(tab());
      seen.show(true);
    },
    otherLink() {
      linkIndex = 1 - linkIndex;
      openInSameTab(hashOf(linkIndex));
    },
    async destroy() {
      tabs.forEach(end);
      // What was only put off until the page has a moment has had it.
      await perform.wait({ do: 'wait', ms: 1 });
    },
    offline: () => network.connect(false),
    online: () => network.connect(true),
    fault: ({ fault }) => page.sandbox.addFault(fault),
    holdAnswers: network.hold,
    letGo: network.letGo,
    async wait({ ms }) {
      for (let left = ms; left > 0; left -= STEP_MS) {
        vi.advanceTimersByTime(Math.min(left, STEP_MS));
        await network.settle();
      }
    },
    async gateway({ action }) {
      const url = lastPayment();
      if (url) await page.press(url, action);
    },
    changeAmount: ({ value }) => page.changeOrder({ amount: { value, currency: 'DKK' }, orderLines: [] }),
    cancelOrder: () => page.sandbox.cancelSession(links[linkIndex]!.sessionId),
  };

  page.navigate.mockImplementation(({ href }) => void seen.navigated.push(href));
  start(tab());
  await network.settle();

  return {
    async obey(command) {
      // TypeScript cannot follow that the lookup is of the same name.
      await (perform[command.do] as (command: Command) => unknown)(command);
      // happy-dom looks for the focus of one shadow root in another and fails.
      (document.activeElement?.shadowRoot?.activeElement as HTMLElement | null)?.blur();
      await network.settle();
    },
    facts: () => ({
      screens: tabs.map(screenOf),
      confirmations: seen.confirmations,
      renewals: seen.renewals,
      posts: page.network.requests.filter(isPayment).length,
      ledger: page.ledger(),
      hasKeys,
      orders: links.length,
      navigations: unique(seen.navigated),
      authorized: unique(
        page.network.requests.filter(({ headers }) => headers.has('authorization')).map(({ url }) => url),
      ),
      checkout: new URL(API).origin,
      tokens: [page.token, ...network.tokens],
      linkIds: links.map(({ linkId }) => linkId),
      // Each text is looked at once.
      texts: [...tabs.map(textOf), ...seen.texts.splice(0)],
      addresses: [location.href, JSON.stringify(history.state)],
      told: seen.told,
      uncaught: seen.uncaught,
    }),
    leftovers: () => ({
      timers: vi.getTimerCount(),
      listeners: listeners(),
      requests: page.network.requests.filter((request) => network.isOpen(request)).length,
      nodes: tabs.reduce((sum, { container }) => sum + container.childElementCount, 0),
    }),
    leave() {
      tabs.forEach(end);
      seen.leave();
      page.leave();
      vi.useRealTimers();
      vi.restoreAllMocks();
    },
  };
}

function screenOf({ container, session }: Tab): Screen {
  const root = container.firstElementChild?.shadowRoot;
  const button = root?.querySelector('[part~="pay-button"]');
  const plain = (text: string | null | undefined): string => text ?? '';
  return {
    state: session?.state.name,
    payable: button?.getAttribute('aria-disabled') === 'false' && !button.hasAttribute('hidden'),
    payButton: plain(button?.textContent),
    total: plain(root?.querySelector('[part=total] > bdi')?.textContent),
  };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function textOf({ container }: Tab): string {
  return container.outerHTML + (container.firstElementChild?.shadowRoot?.innerHTML ?? '');
}

/** The network between page and sandbox: breaks as the faults want, and answers only when it is told to. */
function createNetwork(saysStatus: boolean) {
  const waiting: (() => Promise<void>)[] = [];
  const tokens: string[] = [];
  const open = new Map<Request, AbortSignal>();
  let gate: ReturnType<typeof createGate> | undefined;
  let online = true;
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => online);

  // Answers nothing where no answer ever comes.
  const deliver = async (forward: () => Promise<Response>): Promise<Response | undefined> => {
    if (!online) throw new TypeError('Failed to fetch');
    const response = await forward();
    const fault = connectionFaultOf(response);
    const isReadable = response.headers.has('access-control-allow-origin');
    if (/^(refuse|reset|killAfterBody)$/.test(fault ?? '') || !isReadable)
      throw new TypeError('Failed to fetch');
    if (fault === 'noHeaders') return undefined;
    const { status, headers } = response;
    if (fault) return new Response(brokenBody(await response.text(), fault === 'drip'), { status, headers });
    const text = await response.text();
    const body = saysStatus ? text : text.replace(/"status":"[A-Z]+",?/, '');
    for (const [, token] of text.matchAll(/"token":"([^"]+)"/g)) tokens.push(token!);
    return new Response(body || null, { status, headers });
  };

  const intercept: Intercept = (request, forward) =>
    new Promise((resolve, reject) => {
      open.set(request, request.signal);
      const held = gate?.opened;
      waiting.push(async () => {
        const answer = await deliver(forward).then(
          (response) => response && (() => resolve(response)),
          (error: unknown) => () => reject(error),
        );
        if (!answer) return;
        const arrive = (): void => {
          open.delete(request);
          answer();
        };
        if (held) void held.then(() => void waiting.push(async () => arrive()));
        else arrive();
      });
    });

  return {
    intercept,
    tokens,
    isOpen: (request: Request) => open.get(request)?.aborted === false,
    hold: () => void (gate ??= createGate()),
    letGo() {
      gate?.open();
      gate = undefined;
    },
    connect(is: boolean) {
      if (online === is) return;
      online = is;
      dispatchEvent(new Event(is ? 'online' : 'offline'));
    },
    /** Handles requests until the page asks for nothing more. */
    async settle() {
      for (let handled = 0; ; handled++) {
        if (handled > 100) throw new Error('The page asks and asks, and waits for nothing in between.');
        for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => nextTurn(resolve));
        const next = waiting.shift();
        if (!next) return;
        await next();
      }
    },
  };
}

function brokenBody(text: string, drips: boolean): ReadableStream<Uint8Array> {
  const half = new TextEncoder().encode(text.slice(0, text.length / 2));
  return new ReadableStream({
    start: (controller) => controller.enqueue(half),
    pull(controller): Promise<void> | undefined {
      if (drips) return new Promise(() => undefined);
      controller.error(new TypeError('terminated'));
      return undefined;
    },
  });
}

/** Notes what the page tells, shows and lets fall. */
function createWitness() {
  const texts: string[] = [];
  const uncaught: unknown[] = [];
  const told: string[][] = [];
  const navigated: string[] = [];
  let visible = true;
  const say = (...words: unknown[]): void => void texts.push(words.map(String).join(' '));
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation(say);
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => (visible ? 'visible' : 'hidden'));
  const onUncaught = (event: Event): void => {
    uncaught.push((event as ErrorEvent).error ?? event.type);
    event.preventDefault();
  };
  addEventListener('error', onUncaught);

  return {
    confirmations: 0,
    renewals: 0,
    texts,
    uncaught,
    told,
    navigated,
    listen(): string[] {
      const own: string[] = [];
      told.push(own);
      return own;
    },
    hear(error: unknown): void {
      if (!isPaymentError(error)) return void uncaught.push(error);
      const { cause } = error;
      texts.push(String(error), JSON.stringify(error), error.stack ?? '', String(cause));
    },
    show(is: boolean): void {
      visible = is;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    leave: () => removeEventListener('error', onUncaught),
  };
}
