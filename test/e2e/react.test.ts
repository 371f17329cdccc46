import { describe, expect } from 'vitest';
import { bundlePage } from './support/bundlePage.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';
import type { ShopSetting } from './support/startShop.js';
import { strictPolicy } from './support/strictPolicy.js';

/** Moves the payment between two places by its key, as a router would, under StrictMode. */
const APPLICATION = `
  import { AltaPayment } from 'altapay-js/react';
  import { StrictMode, useState, version } from 'react';
  import { createRoot } from 'react-dom/client';
  const { apiUrl } = document.querySelector('main').dataset;
  function Page() {
    const [visit, setVisit] = useState(1);
    const [said, say] = useState('');
    return <>
      <button onClick={() => setVisit(visit + 1)}>Visit {visit} with React {version}</button>
      <AltaPayment key={visit} apiUrl={apiUrl} onReady={() => say('Ready on visit ' + visit)} />
      <p role="status">{said}</p>
    </>;
  }
  createRoot(document.querySelector('main')).render(<StrictMode><Page /></StrictMode>);`;

const ALIAS = { react: 'react-18', 'react-dom': 'react-dom-18' };

/** Serves the application with one version of React, in development: only there StrictMode mounts twice. */
function serveApplication(alias: Record<string, string>): NonNullable<ShopSetting['serve']> {
  const script = bundlePage(APPLICATION, {
    alias,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  return ({ url }, apiUrl) => {
    const { pathname } = new URL(url);
    if (pathname === '/app.js')
      return new Response(script, { headers: { 'content-type': 'text/javascript' } });
    if (pathname !== '/pay') return undefined;
    const html = `<!doctype html><html lang="en"><title>Pay</title><meta name="viewport" content="width=device-width" />
<link rel="icon" href="/assets/cup.svg" /><main data-api-url="${apiUrl}"></main><script type="module" src="/app.js"></script></html>`;
    const policy = strictPolicy({
      connect: new URL(apiUrl).origin,
      image: `'self' ${new URL(apiUrl).origin}`,
    });
    return new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    });
  };
}

describe('the React component', () => {
  it.for([
    ['18', ALIAS],
    ['19', {}],
  ] as const)(
    'with React %s in StrictMode: one session a mount, and one payment',
    async ([version, alias], { openShop, openPhone }) => {
      const shop = await openShop({ serve: serveApplication(alias) });
      const { order, link } = await shop.requestLink();
      const openings = (): number =>
        shop.sandbox.ledger().requests.filter(({ path }) => path.endsWith('/activation')).length;
      const { page } = await openPhone();
      await page.goto(link);
      await page.getByText('Ready on visit 1').waitFor();
      expect(openings()).toBe(1);
      await page.getByRole('button', { name: `Visit 1 with React ${version}.` }).tap();
      await page.getByText('Ready on visit 2').waitFor();
      expect(openings()).toBe(2);
      expect(await page.locator('[part=picker]').count()).toBe(1);

      await pickerOn(page).payWith('MobilePay');
      await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
      await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
      expect(order.state).toBe('paid');
      expect(shop.sandbox.ledger()).toMatchObject({ paymentsCreated: 1, paymentsFinalised: 1 });
    },
  );
});
