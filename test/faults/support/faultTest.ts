import type { Locator, Page } from 'playwright-core';
import type { Order } from '../../../examples/shop/orders.mjs';
import type { Fault } from '../../../src/sandbox/index.js';
import { it as e2eIt, type OpenOptions } from '../../e2e/support/e2eTest.js';
import type { EngineLocator, EnginePage, EnginePhone } from '../../e2e/support/enginePage.js';
import { it as anyEngineIt, type EngineOptions } from '../../e2e/support/engineTest.js';
import { pickerOn, type PickerOnPage } from '../../e2e/support/pickerOn.js';
import type { RunningShop, ShopSetting } from '../../e2e/support/startShop.js';
import { serveFaultPage } from './faultPage.js';
import type { Heard, PageGlobals } from './pageGlobals.js';

/** One payment page, opened under the faults of its test. */
export type Payment<P extends EnginePage = Page> = {
  readonly shop: RunningShop;
  readonly order: Order;
  readonly page: P;
  readonly picker: PickerOnPage<P extends Page ? Locator : EngineLocator>;
  heard(): Promise<Heard>;
  /** `ready`, `failed`, …; undefined until the first state is heard of. */
  state(): Promise<string | undefined>;
  /** What assistive technology was told last: the live region that has a text, without its isolating characters. */
  announced(): Promise<string>;
  /** Whether the focus is inside the picker. */
  focusInside(): Promise<boolean>;
  /** How often the link was opened, by the sandbox's ledger. */
  openings(): number;
};

/** A payment page in the engine of the running project. */
export type EnginePayment = Payment<EnginePage>;

type Arrangement = {
  readonly faults?: readonly Fault[];
  /** Plain options of `initFromQR`, over the page's. */
  readonly options?: object | ((shop: RunningShop) => object);
  /** Runs before any script of the page. */
  readonly arrange?: (() => void) | undefined;
  /** Sources of styles that the page's policy names. Default `'self'`. */
  readonly style?: string;
  /** The address to open, by the payment link. Default: the link. */
  readonly address?: (link: string, shop: RunningShop) => string | Promise<string>;
};

export type PaymentSetting = OpenOptions & Arrangement;
export type EnginePaymentSetting = EngineOptions & Arrangement & Pick<OpenOptions, 'allowed'>;

/** The browser's own line about an answer or a connection that the test has broken. */
export const BROKEN = /^console: Failed to load resource|^uncaught: Cross-Origin Request Blocked/;

/** `it` with a payment page under faults. Time limits are short, and a payment has a key, unless the test says otherwise. */
export const it = e2eIt.extend('openPayment', async ({ openShop, openPhone }) => {
  return async (setting: PaymentSetting = {}): Promise<Payment> => {
    const { allowed = [BROKEN], ...more } = setting;
    return openPayment<Page, PaymentSetting>(more, openShop, (open) => openPhone({ ...open, allowed }));
  };
});

/** The same in the engine of the running project. */
export const engineIt = anyEngineIt.extend('openPayment', async ({ openShop, openPhone }) => {
  return async (setting: EnginePaymentSetting = {}): Promise<EnginePayment> => {
    const { allowed = [BROKEN], ...more } = setting;
    return openPayment<EnginePage, EnginePaymentSetting>(more, openShop, (open) =>
      openPhone({ ...open, allowed }),
    );
  };
});

async function openPayment<P extends EnginePage, S extends Arrangement>(
  { faults = [], options = {}, arrange, address = (link) => link, style, ...open }: S & Arrangement,
  openShop: (setting: ShopSetting) => Promise<RunningShop>,
  openPhone: (options: Omit<S, keyof Arrangement>) => Promise<EnginePhone & { readonly page: P }>,
): Promise<Payment<P>> {
  const shop: RunningShop = await openShop({
    serve: serveFaultPage(
      () => ({
        idempotencyKey: true,
        ...(typeof options === 'function' ? (options as (shop: RunningShop) => object)(shop) : options),
      }),
      style,
    ),
  });
  const { link, order } = await shop.requestLink();
  faults.forEach(shop.sandbox.addFault);
  const { page } = await openPhone(open);
  await page.addInitScript(shortenPauses);
  if (arrange) await page.addInitScript(arrange);
  await page.goto(await address(link, shop));
  return createPayment(shop, order, page);
}

// The pause before a retry is drawn by lot, from nothing to its limit: here it is nothing, but where one is prescribed.
const shortenPauses = (): void => {
  Math.random = () => 0;
};

function createPayment<P extends EnginePage>(shop: RunningShop, order: Order, page: P): Payment<P> {
  const regions = page.locator('[part=picker] > [role=status], [part=picker] > [role=alert]');
  return {
    shop,
    order,
    page,
    picker: pickerOn(page) as Payment<P>['picker'],
    heard: () => page.evaluate(() => (globalThis as unknown as PageGlobals).heard),
    state: () =>
      page.evaluate(
        () => (globalThis as unknown as Partial<PageGlobals>).session?.state.name as string | undefined,
      ),
    announced: async () => (await regions.allTextContents()).join('').replace(/[\u2066-\u2069]/g, ''),
    focusInside: () => page.evaluate(() => Boolean(document.activeElement?.shadowRoot?.activeElement)),
    openings: () =>
      shop.sandbox
        .ledger()
        .requests.filter(({ path, preflight }) => path.endsWith('/activation') && !preflight).length,
  };
}
