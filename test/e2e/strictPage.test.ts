import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { messages as danish } from '../../src/i18n/lang/da.js';
import { it } from './support/engineTest.js';
import { heightOf } from './support/heightOf.js';
import { pickerOn } from './support/pickerOn.js';
import { strictPolicy } from './support/strictPolicy.js';

const STYLE = readFileSync(new URL('../../examples/shop/assets/shop.css', import.meta.url), 'utf8');

/** A payment page under the strictest policy a merchant may have, in Danish. */
function servePage(request: Request, apiUrl: string): Response | undefined {
  const { pathname } = new URL(request.url);
  if (pathname === '/page.css') return new Response(STYLE, { headers: { 'content-type': 'text/css' } });
  if (pathname !== '/pay') return undefined;
  const nonce = crypto.randomUUID();
  const html = `<!doctype html>
<html lang="da">
  <head>
    <meta name="viewport" content="width=device-width" />
    <title>Betaling</title>
    <link rel="icon" href="/assets/cup.svg" />
    <link rel="stylesheet" href="/page.css" />
    <script nonce="${nonce}" src="/sdk/altapay.min.js" data-api-url="${apiUrl}" data-container="#payment" defer></script>
  </head>
  <body><main id="payment"></main></body>
</html>`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': strictPolicy({
        script: `'nonce-${nonce}'`,
        connect: new URL(apiUrl).origin,
        image: 'https:',
      }),
    },
  });
}

it('pays over TLS under a policy that allows one nonce and no Trusted Types, in Danish', async ({
  openShop,
  openPhone,
}) => {
  const shop = await openShop({ tls: true, serve: servePage });
  const { order, link } = await shop.requestLink({ basket: { language: 'da' } });
  const { page } = await openPhone();
  await page.goto(link);
  expect(await page.evaluate(() => location.protocol)).toBe('https:');

  const picker = pickerOn(page);
  await page.getByText(danish.chooseMethod).waitFor();
  const scripts = async (): Promise<string[]> => {
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    return loaded.filter((path) => path.endsWith('.js'));
  };
  await expect.poll(scripts).toEqual(['/sdk/altapay.min.js', '/sdk/lang/da.js', '/sdk/altapay.pay.js']);
  expect(await picker.payButton.innerText()).toMatch(/^Betal 366,00\skr\.$/);
  // The logos are here, and the picker's own style is in force.
  const logo = picker.method('MobilePay').locator('img');
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await heightOf(picker.method('MobilePay'))).toBeGreaterThanOrEqual(44);

  await picker.payWith('MobilePay');
  await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
  await page.getByRole('heading', { name: 'Tak. Din ordre er betalt.' }).waitFor();
  expect(order.state).toBe('paid');
  // Without an idempotency key, as a page is that does not ask for one.
  expect(shop.sandbox.ledger()).toMatchObject({
    arrivals: 1,
    keys: 0,
    paymentsCreated: 1,
    paymentsFinalised: 1,
  });
});

it('is under that policy: what breaks it is noticed', async ({ openShop, openPhone }) => {
  const shop = await openShop({ tls: true, serve: servePage });
  const phone = await openPhone({ allowed: [/require-trusted-types-for/, /TrustedHTML/] });
  await phone.page.goto(`${shop.shopUrl}/pay`);
  const broken = phone.page.evaluate(() => {
    document.body.innerHTML = '<p>';
  });
  // Chromium and WebKit name the type, Firefox the setter.
  await expect(broken).rejects.toThrow(/TrustedHTML|innerHTML/);
  await expect.poll(() => phone.problems.join('\n')).toContain('csp: require-trusted-types-for');
});
