import { describe, expect } from 'vitest';
import { bundlePage } from './support/bundlePage.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';
import type { ShopSetting } from './support/startShop.js';
import { strictPolicy } from './support/strictPolicy.js';

/** Serves a page of one module; `apiUrl` is a global in it. */
function servePage(source: string): NonNullable<ShopSetting['serve']> {
  const script = bundlePage(source);
  return (request, apiUrl) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/app.js') {
      const code = `const apiUrl = ${JSON.stringify(apiUrl)};\n${script}`;
      return new Response(code, { headers: { 'content-type': 'text/javascript' } });
    }
    if (pathname !== '/pay') return undefined;
    const html =
      '<!doctype html><html lang="en"><title>Pay</title><main></main><script type="module" src="/app.js"></script>';
    const policy = strictPolicy({ connect: new URL(apiUrl).origin });
    return new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    });
  };
}

const OWN_BUTTONS = `
  import { initFromQR } from 'altapay-js';
  const main = document.querySelector('main');
  const session = await initFromQR({ apiUrl });
  main.append(session.order.orderLines.map(({ description }) => description).join('; '));
  for (const { id, name } of session.paymentMethods) {
    const button = document.createElement('button');
    button.textContent = 'Pay ' + session.order.amount.value + ' with ' + name;
    button.onclick = () => Promise.all([session.initiatePayment(id), session.initiatePayment(id)]);
    main.append(button);
  }`;

const LATER = `
  import { initFromQR } from 'altapay-js';
  const session = await initFromQR({ apiUrl });
  const button = document.createElement('button');
  button.textContent = 'Show the methods';
  button.onclick = () => session.injectPaymentMethods('main');
  document.querySelector('main').before(button);`;

const REGULAR = `
  import { initiate } from 'altapay-js';
  const [, sessionId, token] = /sessionId=(.*)&token=(.*)/.exec(location.hash);
  const session = initiate(token, sessionId, { apiUrl });
  await session.injectPaymentMethods(document.querySelector('main'));`;

const FAILING = `
  import { initFromQR, isPaymentError } from 'altapay-js';
  try {
    await initFromQR({ apiUrl });
  } catch (error) {
    document.querySelector('main').append(String(isPaymentError(error)) + ' ' + error.code);
  }`;

describe('the package in a page’s own module', () => {
  it('draws nothing without a container, and pays once through a button that asks twice', async ({
    openShop,
    openPhone,
  }) => {
    const shop = await openShop({ serve: servePage(OWN_BUTTONS) });
    const { order, link } = await shop.requestLink();
    const { page } = await openPhone();
    await page.goto(link);
    await page.getByText('Morning roast, whole beans, 500 g; Stoneware mug, hand thrown, 30 cl;').waitFor();
    expect(await page.getByRole('button').allInnerTexts()).toEqual([
      'Pay 366 with Card',
      'Pay 366 with MobilePay',
      'Pay 366 with Klarna',
      'Pay 366 with Bank transfer',
    ]);
    expect(await page.locator('[part=picker]').count()).toBe(0);

    await page.getByRole('button', { name: 'Pay 366 with Card' }).tap();
    await page.getByRole('button', { name: 'Pay 366.00 DKK' }).tap();
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    expect(order.state).toBe('paid');
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 });
  });

  it('draws the picker later, when the page asks for it', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: servePage(LATER) });
    const { link } = await shop.requestLink();
    const { page } = await openPhone();
    await page.goto(link);
    await page.getByRole('button', { name: 'Show the methods' }).tap();
    await pickerOn(page).payWith('MobilePay');
    await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 });
  });

  it('pays a session that the page’s server has made', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: servePage(REGULAR) });
    const { order, url } = await shop.requestTokenLink();
    const { page } = await openPhone();
    await page.goto(url);
    await pickerOn(page).payWith('MobilePay');
    await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    expect(order.state).toBe('paid');
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 });
  });

  it('rejects with what is wrong where nothing is drawn to say it', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: servePage(FAILING) });
    const { page } = await openPhone();
    await page.goto(`${shop.shopUrl}/pay`);
    await page.getByText('true link_missing').waitFor();
    expect(shop.sandbox.ledger().requests).toEqual([]);
  });
});
