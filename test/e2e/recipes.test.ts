import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { it } from './support/engineTest.js';
import { serveSite } from './support/serveSite.js';
import { strictPolicy } from './support/strictPolicy.js';

it('the README’s recipe for a service worker needs no server behind it', async ({ openShop, openPhone }) => {
  const [, worker] = /```js\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const policy = strictPolicy().replace("trusted-types 'none'", 'trusted-types worker');
  const shop = await openShop({
    serve: serveSite(policy, {
      'worker.js': worker!.replace("'altapay-js/sandbox'", "'/sandbox.js'"),
      // Trusted Types want to be told that this address is meant.
      'pay.js': `(async () => {
        const types = trustedTypes.createPolicy('worker', { createScriptURL: (url) => url });
        await navigator.serviceWorker.register(types.createScriptURL('/worker.js'), { type: 'module' });
        if (!navigator.serviceWorker.controller)
          await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
        const { apiUrl, url } = await (await fetch('/new-link')).json();
        await AltaPay.initFromQR({ apiUrl, url, container: '#payment' });
      })();`,
    }),
  });
  const { page } = await openPhone({ allowed: [/policy: \S+ has no trusted-types 'none'$/] });
  await page.goto(`${shop.shopUrl}/pay`);
  await page.getByRole('radio', { name: /^MobilePay/ }).waitFor();
  await page.getByText('HC-2041').first().waitFor();
  expect(shop.arrivals.filter(({ url }) => url.pathname.startsWith('/checkout/'))).toEqual([]);
});
