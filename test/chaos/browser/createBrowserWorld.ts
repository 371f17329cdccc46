import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Order } from '../../../examples/shop/orders.mjs';
import { changeOrder } from '../../e2e/support/changeOrder.js';
import { goBack } from '../../e2e/support/goBack.js';
import { phonePage } from '../../e2e/support/phonePage.js';
import { startShop, type RunningShop } from '../../e2e/support/startShop.js';
import type { Command } from '../commands.js';
import type { Facts, Screen } from '../expectInvariants.js';
import { serveChaosPage, type ChaosPage, type Look } from './chaosPage.js';
import { watchNetwork, type ChaosNetwork } from './watchNetwork.js';

/** A payer with two tabs of a real browser, and a network that breaks. */
export type BrowserWorld = {
  obey(command: Command): Promise<void>;
  /** What can be seen now, and all that has been. */
  facts(): Promise<Facts>;
  leftovers(): Promise<{ nodes: number; requests: number }>;
  leave(): Promise<void>;
};

const STEP_MS = 5_000;
/** A request of a page that is kept for the Back button may never be told to be over. */
const QUIET_MS = 2_000;
const NO_SCREEN: Screen = { state: undefined, payable: false, payButton: '', total: '' };
// What the browser says of a connection or an answer that a fault has broken.
const EXPECTED =
  /^console: (Failed to load resource|Access to fetch at)|net::ERR_|^uncaught: Cross-Origin Request/;

/**
 * Opens a payment page in Chromium, with a shop and a sandbox of its own. The page's clock and the sandbox's go forward as
 * far as a command says, and at the pace of this machine besides.
 *
 * @param browser - Keeps pages for the Back button.
 * @param seed - Decides whether payments have keys, and whether Checkout says where a session stands.
 */
export async function createBrowserWorld(browser: Browser, seed: number): Promise<BrowserWorld> {
  const hasKeys = seed % 3 !== 0;
  const network = watchNetwork(seed % 4 !== 0);
  let ahead = 0;
  const shop = await startShop({
    serve: serveChaosPage({ idempotencyKey: hasKeys }),
    around: network.around,
    clock: () => Date.now() + ahead,
  });
  const orders = [await shop.requestLink(), await shop.requestLink()];
  const phone = await phonePage(browser);
  network.watch(phone.context);
  await phone.context.clock.install();
  const texts: string[] = [];
  phone.context.on('console', (message) => void texts.push(message.text()));
  const pages = createPages(phone.page, shop, network);
  let confirmations = 0;
  let linkIndex = 0;
  let offline = false;
  const count = (more: number | undefined): void => void (confirmations += more ?? 0);
  const linkOf = (index: number): string => orders[index]!.link;

  const perform: { [Name in Command['do']]: (command: Extract<Command, { do: Name }>) => unknown } = {
    choose: ({ method }) => pages.inPage((chaos, which) => chaos.choose(which), method),
    pay: async ({ presses }) => count(await pages.inPage((chaos, times) => chaos.pay(times), presses)),
    act: async () => count(await pages.inPage((chaos) => chaos.act(), 0)),
    refresh: () => pages.inPage((chaos) => chaos.refresh(), 0),
    back: () => offline || pages.leaveAndComeBack(),
    hide: () => freezeAndWake(phone.context, pages.current()),
    show: () => pages.inPage((chaos) => chaos.wake(), 0),
    reload: () => offline || pages.reload(linkOf(linkIndex)),
    otherTab: () => offline || pages.otherTab(linkOf(0)),
    otherLink() {
      linkIndex = 1 - linkIndex;
      return pages.inPage((chaos, hash) => chaos.openLink(hash), new URL(linkOf(linkIndex)).hash);
    },
    destroy: () => pages.inEach((chaos) => chaos.destroy()),
    async offline() {
      offline = true;
      await phone.context.setOffline(true);
    },
    async online() {
      offline = false;
      await phone.context.setOffline(false);
    },
    fault: ({ fault }) => shop.sandbox.addFault(fault),
    holdAnswers: network.hold,
    letGo: network.letGo,
    async wait({ ms }) {
      for (let left = ms; left > 0; left -= STEP_MS) {
        const step = Math.min(left, STEP_MS);
        ahead += step;
        await phone.context.clock.runFor(step);
        await pages.settle();
      }
    },
    gateway: ({ action }) => offline || pages.pressAtGateway(action),
    changeAmount: ({ value }) => changeOrder(shop, orders[linkIndex]!.order, value),
    cancelOrder: () => cancel(shop, orders[linkIndex]!.order),
  };

  await pages.open(linkOf(0));
  return {
    async obey(command) {
      // TypeScript cannot follow that the lookup is of the same name.
      await (perform[command.do] as (command: Command) => unknown)(command);
      await pages.settle();
    },
    async facts() {
      const looks = await pages.looks();
      return {
        screens: looks.map((look) => look?.screen ?? NO_SCREEN),
        confirmations,
        renewals: 0,
        posts: network.posts(),
        resends: network.resends(),
        ledger: shop.sandbox.ledger(),
        hasKeys,
        orders: orders.length,
        navigations: [...network.navigations].filter((url) => !url.startsWith(shop.shopUrl)),
        authorized: [...network.authorized],
        checkout: shop.checkoutUrl,
        tokens: network.tokens,
        linkIds: orders.map(({ link }) => new URLSearchParams(new URL(link).hash.slice(1)).get('linkId')!),
        texts: [...looks.flatMap((look) => look?.texts ?? []), ...texts.splice(0)],
        addresses: looks.flatMap((look) => look?.addresses ?? []),
        told: pages.told(),
        uncaught: phone.problems.filter((problem) => !EXPECTED.test(problem)),
      };
    },
    async leftovers() {
      const looks = await pages.looks();
      return { nodes: looks.reduce((sum, look) => sum + (look?.nodes ?? 0), 0), requests: network.open() };
    },
    async leave() {
      network.letGo();
      await phone.context.close();
      await shop.close();
    },
  };
}

function cancel({ sandbox }: RunningShop, { sessionId = '' }: Order): void {
  sandbox.cancelSession(sessionId);
}

async function freezeAndWake(context: BrowserContext, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await cdp.detach();
}

/** The payer's two tabs; what is asked of one that shows no payment page is not done. */
function createPages(first: Page, { shopUrl, checkoutUrl }: RunningShop, network: ChaosNetwork) {
  const tabs: Page[] = [first];
  const told = new Map<string, readonly string[]>();
  let index = 0;
  const current = (): Page => tabs[index]!;
  const isPayment = (page: Page): boolean => page.url().startsWith(`${shopUrl}/pay`);

  const ask = async <A, R>(
    page: Page,
    run: (chaos: ChaosPage, given: A) => R,
    given: A,
  ): Promise<R | undefined> => {
    if (!isPayment(page)) return undefined;
    try {
      return await page.evaluate<R>(`(${run.toString()})(globalThis.chaos, ${JSON.stringify(given)})`);
    } catch (error) {
      // The page was on its way elsewhere, or not there yet.
      if (/destroyed|navigat|reading|closed/i.test(String(error))) return undefined;
      throw error;
    }
  };

  // Not by the driver's load state: a page out of the back/forward cache does not load.
  const isThere = (page: Page): Promise<boolean> =>
    page.evaluate(() => document.readyState === 'complete').catch(() => false);

  const settle = async (): Promise<void> => {
    const end = Date.now() + QUIET_MS;
    for (let quiet = 0; quiet < 2 && Date.now() < end;) {
      const there = await Promise.all(tabs.map(isThere));
      quiet = there.every(Boolean) && network.isQuiet() ? quiet + 1 : 0;
    }
  };

  const open = async (link: string): Promise<void> => {
    await current().goto(link);
    await settle();
  };

  return {
    current,
    settle,
    open,
    told: () => [...told.values()],
    inPage: <A, R>(run: (chaos: ChaosPage, given: A) => R, given: A) => ask(current(), run, given),
    async inEach(run: (chaos: ChaosPage) => void) {
      for (const page of tabs) await ask(page, run, 0);
    },
    async looks(): Promise<readonly (Look | undefined)[]> {
      const looks: (Look | undefined)[] = [];
      for (const page of tabs) {
        const look = await ask(page, (chaos) => chaos.look(), 0);
        if (look) told.set(look.id, look.told);
        looks.push(look);
      }
      return looks;
    },
    async leaveAndComeBack() {
      if (isPayment(current())) await current().goto(`${shopUrl}/away`);
      await goBack(current());
      await settle();
    },
    async reload(link: string) {
      if (isPayment(current())) await current().reload();
      else await open(link);
    },
    async otherTab(link: string) {
      index = 1 - index;
      if (tabs[index]) return current().bringToFront();
      tabs[index] = await first.context().newPage();
      return open(link);
    },
    async pressAtGateway(action: string) {
      const page = tabs.find((tab) => tab.url().startsWith(checkoutUrl));
      const button = page?.locator(`button[value=${action}]`);
      if (await button?.isVisible()) await button?.click();
    },
  };
}
