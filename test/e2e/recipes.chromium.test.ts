import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { readmeBlock } from '../readmeBlock.js';
import { it } from './support/e2eTest.js';
import { pickerOn } from './support/pickerOn.js';
import { serveSite } from './support/serveSite.js';
import { strictPolicy } from './support/strictPolicy.js';

it('the README’s recipe for Playwright has the sandbox in the test answer the page', async ({
  openShop,
  openPhone,
}) => {
  const policy = strictPolicy({ connect: 'https://checkout.test' });
  const pay = `AltaPay.initFromQR({ apiUrl: 'https://checkout.test/checkout/v1/api', container: '#payment' });`;
  const { shopUrl } = await openShop({ serve: serveSite(policy, { 'pay.js': pay }) });
  const useSandbox = (await readmeBlock('page.route', 'createSandbox')(createSandbox)) as (
    page: Page,
  ) => Promise<Sandbox>;
  const { page } = await openPhone();
  const sandbox = await useSandbox(page);
  const { url } = await sandbox.createLink({ fixture: 'oneMethod', url: `${shopUrl}/pay` });
  await page.goto(url);
  await pickerOn(page).payWith('Card');
  await expect.poll(() => sandbox.ledger().paymentsCreated).toBe(1);
  await page.getByRole('heading', { name: /with Card/ }).waitFor();
});
