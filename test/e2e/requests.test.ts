import { expect } from 'vitest';
import type { EnginePage } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';
import type { RunningShop } from './support/startShop.js';

const API = '/checkout/v1/api';

/** What reached the API since a moment, as lines; preflights, which a page's own tools do not show, among them. */
function apiRequests(shop: RunningShop, since: number): string[] {
  return shop.sandbox
    .ledger()
    .requests.slice(since)
    .filter(({ path }) => path.startsWith(API))
    .map(({ method, path }) => `${method} ${path.slice(API.length)}`);
}

/** The hosts that the open page has asked, its own first, and how much it has stored. */
const traces = (page: EnginePage): Promise<unknown> =>
  page.evaluate(async () => {
    const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);
    return {
      hosts: [...new Set([location.origin, ...asked])],
      stored: [
        document.cookie.length,
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ],
    };
  });

/** Those that no script may read would have come, too. */
const cookies = (shop: RunningShop): unknown[] =>
  shop.arrivals.map(({ headers }) => headers.get('cookie')).filter((cookie) => cookie !== null);

it('asks the API once for a payment link, without a preflight, and no one else for anything', async ({
  shop,
  openPhone,
}) => {
  const { link } = await shop.requestLink();
  const { page } = await openPhone();
  const before = shop.sandbox.ledger().requests.length;
  await page.goto(link);
  await pickerOn(page).method('MobilePay').tap();
  expect(apiRequests(shop, before)).toEqual(['POST /session/{sessionId}/activation']);
  // What pays is asked for by itself, once the methods are there.
  const scripts = (): string[] =>
    shop.arrivals.map(({ url }) => url.pathname).filter((path) => path.endsWith('js'));
  await expect.poll(scripts).toEqual(['/sdk/altapay.min.js', '/sdk/altapay.pay.js']);
  expect(await traces(page)).toEqual({
    hosts: [shop.shopUrl, shop.checkoutUrl],
    stored: [0, 0, 0, 0, 0, 0],
  });

  await pickerOn(page).payButton.tap();
  await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
  await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
  expect(apiRequests(shop, before)).toEqual([
    'POST /session/{sessionId}/activation',
    'OPTIONS /payment',
    'POST /payment',
  ]);
  expect(await traces(page)).toEqual({ hosts: [shop.shopUrl], stored: [0, 0, 0, 0, 0, 0] });
  expect(cookies(shop)).toEqual([]);
});

it('asks twice for a session with a token, each with its preflight', async ({ shop, openPhone }) => {
  const { url } = await shop.requestTokenLink();
  const { page } = await openPhone();
  const before = shop.sandbox.ledger().requests.length;
  await page.goto(url);
  await pickerOn(page).payButton.waitFor();
  expect(apiRequests(shop, before).sort()).toEqual([
    'GET /session/{sessionId}',
    'GET /session/{sessionId}/payment-methods',
    'OPTIONS /session/{sessionId}',
    'OPTIONS /session/{sessionId}/payment-methods',
  ]);
  expect(await traces(page)).toEqual({
    hosts: [shop.shopUrl, shop.checkoutUrl],
    stored: [0, 0, 0, 0, 0, 0],
  });
  expect(cookies(shop)).toEqual([]);
});
