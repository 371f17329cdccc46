import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { readmeBlock } from '../readmeBlock.js';
import { it } from './support/e2eTest.js';
import { pickerOn } from './support/pickerOn.js';
import { startServer } from './support/startServer.js';
import { strictPolicy } from './support/strictPolicy.js';

const dist = new URL('../../dist/', import.meta.url);
const javascript = { 'content-type': 'text/javascript' };

/** A merchant's site of plain files: the built ones, and its own. */
function serveSite(strict: string, own: Readonly<Record<string, string>>) {
  const policy = `${strict}; worker-src 'self'`;
  return startServer(async ({ url }) => {
    const name = new URL(url).pathname.slice(1);
    if (name === 'pay') {
      const page = `<!doctype html><html lang="en"><title>Pay</title><main id="payment"></main><script src="/altapay.min.js"></script><script src="/pay.js"></script>`;
      return new Response(page, {
        headers: { 'content-type': 'text/html', 'content-security-policy': policy },
      });
    }
    const text = own[name] ?? (await readFile(new URL(name, dist), 'utf8').catch(() => undefined));
    return text === undefined
      ? new Response(null, { status: 404 })
      : new Response(text, { headers: javascript });
  });
}

describe('the README’s recipe', () => {
  it('for Playwright has the sandbox in the test answer the page', async ({ openPhone }) => {
    const site = await serveSite(strictPolicy({ connect: 'https://checkout.test' }), {
      'pay.js': `AltaPay.initFromQR({ apiUrl: 'https://checkout.test/checkout/v1/api', container: '#payment' });`,
    });
    const useSandbox = (await readmeBlock('page.route', 'createSandbox')(createSandbox)) as (
      page: Page,
    ) => Promise<Sandbox>;
    const { page } = await openPhone();
    const sandbox = await useSandbox(page);
    const { url } = await sandbox.createLink({ fixture: 'oneMethod', url: `${site.origin}/pay` });
    await page.goto(url);
    await pickerOn(page).payWith('Card');
    await expect.poll(() => sandbox.ledger().paymentsCreated).toBe(1);
    await page.getByRole('heading', { name: /with Card/ }).waitFor();
    await site.close();
  });

  it('for a service worker needs no server behind it', async ({ openPhone }) => {
    const [, worker] = /```js\n([\s\S]*?)```/.exec(await readFile('README.md', 'utf8')) ?? [];
    const site = await serveSite(strictPolicy().replace("trusted-types 'none'", 'trusted-types worker'), {
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
    });
    const { page } = await openPhone({ allowed: [/policy: \S+ has no trusted-types 'none'$/] });
    await page.goto(`${site.origin}/pay`);
    await page.getByRole('radio', { name: /^MobilePay/ }).waitFor();
    await page.getByText('HC-2041').first().waitFor();
    await site.close();
  });
});
