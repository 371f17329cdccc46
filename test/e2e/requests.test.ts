import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { it } from './support/e2eTest.js';
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

/** The hosts that a page has asked, and what it has stored. */
async function watch(page: Page): Promise<() => Promise<unknown>> {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  return async () => ({
    hosts: [...hosts].sort(),
    cookies: await page.context().cookies(),
    stored: await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
      (await navigator.serviceWorker.getRegistrations()).length,
    ]),
  });
}

it('asks the API once for a payment link, without a preflight, and no one else for anything', async ({
  shop,
  openPhone,
}) => {
  const { link } = await shop.requestLink();
  const { page } = await openPhone();
  const traces = await watch(page);
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  const before = shop.sandbox.ledger().requests.length;
  await page.goto(link);
  await pickerOn(page).method('MobilePay').tap();
  expect(apiRequests(shop, before)).toEqual(['POST /session/{sessionId}/activation']);
  // What pays is asked for by itself, once the methods are there.
  await expect.poll(() => scripts).toEqual(['/sdk/altapay.min.js', '/sdk/altapay.pay.js']);

  await pickerOn(page).payButton.tap();
  await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
  await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
  expect(apiRequests(shop, before)).toEqual([
    'POST /session/{sessionId}/activation',
    'OPTIONS /payment',
    'POST /payment',
  ]);
  expect(await traces()).toEqual({
    hosts: [shop.shopUrl, shop.checkoutUrl].sort(),
    cookies: [],
    stored: [0, 0, 0, 0, 0],
  });
});

it('asks twice for a session with a token, each with its preflight', async ({ shop, openPhone }) => {
  const { url } = await shop.requestTokenLink();
  const { page } = await openPhone();
  const traces = await watch(page);
  const before = shop.sandbox.ledger().requests.length;
  await page.goto(url);
  await pickerOn(page).payButton.waitFor();
  expect(apiRequests(shop, before).sort()).toEqual([
    'GET /session/{sessionId}',
    'GET /session/{sessionId}/payment-methods',
    'OPTIONS /session/{sessionId}',
    'OPTIONS /session/{sessionId}/payment-methods',
  ]);
  expect(await traces()).toEqual({
    hosts: [shop.shopUrl, shop.checkoutUrl].sort(),
    cookies: [],
    stored: [0, 0, 0, 0, 0],
  });
});
