import { describe, expect } from 'vitest';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';
import type { RunningShop, ShopSetting } from './support/startShop.js';
import { strictPolicy } from './support/strictPolicy.js';

/** A page whose own router lives in the fragment and in `history.state`. */
const serveRouted: ShopSetting['serve'] = (request, apiUrl) => {
  if (new URL(request.url).pathname !== '/app') return undefined;
  return new Response(
    `<!doctype html>
<html lang="en">
  <head>
    <meta name="viewport" content="width=device-width" />
    <title>Shop</title>
    <link rel="icon" href="/assets/cup.svg" />
    <script nonce="router">
      history.replaceState({ ...history.state, scroll: 7 }, '');
    </script>
    <script nonce="router" src="/sdk/altapay.min.js" data-api-url="${apiUrl}" data-container="#payment" defer></script>
  </head>
  <body><h1>Shop</h1><main id="payment"></main></body>
</html>`,
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': strictPolicy({
          script: "'nonce-router'",
          connect: new URL(apiUrl).origin,
          image: `'self' ${new URL(apiUrl).origin}`,
        }),
      },
    },
  );
};

/** Puts an order's ids on a page of its own, where the link of a hash router has them: in the query. */
async function routedUrl(shop: RunningShop): Promise<string> {
  const { link } = await shop.requestLink();
  const [sessionId = '', linkId = ''] = link.split('/').slice(-2);
  const ids = new URLSearchParams({ sessionId, linkId }).toString();
  return `${shop.shopUrl}/app?tab=2&${ids}#/checkout?step=1`;
}

describe('a page whose router owns the address', () => {
  it('keeps its route and its state, while the ids leave the query', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: serveRouted });
    const { page } = await openPhone();
    await page.goto(await routedUrl(shop));
    await pickerOn(page).payButton.waitFor();

    expect(await page.evaluate(() => location.href)).toBe(`${shop.shopUrl}/app?tab=2#/checkout?step=1`);
    expect(await page.evaluate(() => history.state as unknown)).toMatchObject({
      scroll: 7,
      altapay: { sessionId: expect.any(String), linkId: expect.any(String) },
    });
  });

  it('may change its route and be loaded again: the order stays', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: serveRouted });
    const { page } = await openPhone();
    await page.goto(await routedUrl(shop));
    const picker = pickerOn(page);
    await picker.method('Card').tap();
    await page.evaluate(() => {
      history.replaceState(history.state, '', '#/terms');
      dispatchEvent(new HashChangeEvent('hashchange'));
    });
    expect(await picker.method('Card').getByRole('radio').isChecked()).toBe(true);

    await page.reload();
    await picker.payWith('Card');
    await page.getByRole('button', { name: 'Pay 366.00 DKK' }).tap();
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 });
  });
});
