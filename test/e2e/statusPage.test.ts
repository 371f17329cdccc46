import { readFile } from 'node:fs/promises';
import { describe, expect, test as baseTest } from 'vitest';
import { createSandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { DESK_SIZE, PHONE_SIZE } from './support/deviceOptions.js';
import { it as engineIt, type EngineOptions } from './support/engineTest.js';
import type { EnginePage } from './support/enginePage.js';
import { findViolations } from './support/findViolations.js';
import { pickerOn } from './support/pickerOn.js';
import { readQRCode } from './support/readQRCode.js';
import type { ShopSetting } from './support/startShop.js';
import { startServer, type RunningServer } from './support/startServer.js';

const dist = new URL('../../dist/', import.meta.url);

/** `it` with a sandbox of the test's own, served, and its status page opened. */
const it = engineIt.extend('openStatus', async ({ browser, openPhone }, { onCleanup }) => {
  const servers: RunningServer[] = [];
  const pages: EnginePage[] = [];
  onCleanup(async () => {
    await Promise.all(pages.map((page) => page.goto('about:blank')));
    await Promise.all(servers.map((server) => server.close()));
  });
  return async (options: EngineOptions = {}, setting: SandboxOptions = {}) => {
    const sandbox = createSandbox({
      controls: true,
      readAsset: (name) => readFile(new URL(name, dist)).catch(() => undefined),
      ...setting,
    });
    const { around = (_, answer) => answer() }: Pick<ShopSetting, 'around'> = browser.shops ?? {};
    const server = await startServer((request) => around(request, async () => sandbox.fetch(request)));
    servers.push(server);
    const { page } = await openPhone(options);
    pages.push(page);
    await page.goto(`${server.origin}/__sandbox`);
    await page.locator('#api').filter({ hasText: server.origin }).waitFor();
    return { sandbox, page, origin: server.origin };
  };
});

describe('the status page', () => {
  it('makes a link, shows its QR code, and answers its payment in the payer’s place', async ({
    openStatus,
    openPhone,
  }) => {
    const { page, origin, sandbox } = await openStatus({ desk: true });
    await page.getByRole('button', { name: 'Make the link' }).click();
    await page.getByRole('status').filter({ hasText: 'The link has been made.' }).waitFor();
    const session = page.locator('#sessions > li');
    const link = (await session.getByRole('link').getAttribute('href')) ?? '';
    expect(link).toContain(`${origin}/checkout/pay/`);

    await session.getByText('QR code').click();
    const image = session.getByRole('img', { name: 'QR code of the payment link of HC-2041' });
    await image.evaluate((node) => node.scrollIntoView());
    await expect
      .poll(() => image.evaluate((node) => (node as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(100);
    const source = `${origin}${(await image.getAttribute('src')) ?? ''}`;
    expect(readQRCode(new Uint8Array(await (await fetch(source)).arrayBuffer()))).toBe(link);

    const { page: phone } = await openPhone();
    await phone.goto(link);
    await pickerOn(phone).payWith('Card');
    await phone.getByRole('heading', { name: /with Card/ }).waitFor();

    await session.getByRole('button', { name: 'Approve: HC-2041' }).click();
    await session.getByText('PAID', { exact: true }).waitFor();
    await session.getByText('SUCCEEDED', { exact: true }).waitFor();
    expect(await session.getByRole('button').count()).toBe(1);
    expect(sandbox.ledger().paymentsFinalised).toBe(1);
    await page.locator('#requests').getByText('POST /checkout/v1/api/payment').waitFor();
  });

  it('shows what others do, and leaves focus and what was opened where they are', async ({ openStatus }) => {
    const { page, sandbox } = await openStatus();
    await page.getByText('None yet.').waitFor();
    const { linkId, sessionId } = await sandbox.createLink();
    const changed = page.locator(`#sessions > li[data-key="${sessionId}"]`);
    const end = changed.getByRole('button', { name: 'End the link: HC-2041' });
    await changed.getByText('QR code').click();
    await end.focus();

    await sandbox.createLink('paid');
    await expect.poll(() => page.locator('#sessions > li').count()).toBe(2);
    expect(await end.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.locator('details[open]').waitFor();

    await sandbox.fetch(
      new Request(`https://checkout.test/checkout/v1/api/session/${sessionId}/activation`, {
        method: 'POST',
        body: new URLSearchParams({ linkId }),
      }),
    );
    await changed.getByText('Link opened').waitFor();
    expect(await end.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await changed.locator('details[open]').count()).toBe(1);
  });

  it('ends links, moves the clock, cancels, switches faults and forgets', async ({ openStatus }) => {
    const { page, sandbox } = await openStatus({ desk: true });
    await sandbox.createLink();
    await page.getByRole('button', { name: 'End the link: HC-2041' }).click();
    await page.getByText('Link has run out').waitFor();
    await page.getByText('EXPIRED', { exact: true }).waitFor();

    await sandbox.createLink();
    await page.getByRole('button', { name: 'Cancel the order: HC-2041' }).click();
    await page.getByText('CANCELLED', { exact: true }).waitFor();

    await sandbox.createLink();
    await page.getByText('OPEN', { exact: true }).waitFor();
    await page.getByRole('button', { name: '+ 14 days' }).click();
    await expect.poll(() => page.getByText('Link has run out').count()).toBe(2);
    // The one that had ended before is forgotten by now.
    expect(await page.locator('#sessions > li').count()).toBe(2);

    await page.getByLabel('What fails').selectOption('Opening the link: 500');
    await page.getByLabel('How often').selectOption('three times');
    await page.getByRole('button', { name: 'Switch on' }).click();
    await page.getByText('status, 3 more').waitFor();
    expect(sandbox.faults()).toMatchObject([{ kind: 'status', status: 500, left: 3 }]);
    await page.getByRole('button', { name: 'Switch all off' }).click();
    await expect.poll(() => page.locator('#faults > li').count()).toBe(0);

    await page.getByRole('button', { name: 'Forget everything' }).click();
    await page.getByText('None yet.').waitFor();
  });

  it('lists the callbacks it has sent, and what was answered', async ({ openStatus }) => {
    const sendCallback = (async () => new Response('OK')) as typeof fetch;
    const { page, sandbox } = await openStatus({ desk: true }, { sendCallback });
    const callbacks = { notification: 'https://shop.test/callbacks' };
    await sandbox.createLink({ fixture: 'processing', callbacks });
    await page.getByRole('button', { name: 'Decline: HC-2041' }).click();
    const row = page.locator('#callbacks > tr');
    await row.getByText('notification: DECLINED').waitFor();
    expect(await row.innerText()).toMatch(/HC-2041.*200.*https:\/\/shop\.test\/callbacks/s);
  });

  it.for([{}, { colorScheme: 'dark' }] as const)(
    'keeps every rule of axe, on a phone and a desk, and fits 320 px: %o',
    async (scheme, { openStatus }) => {
      const { page, sandbox } = await openStatus(scheme);
      await sandbox.createLink('hostileNames');
      await sandbox.createLink('processing');
      sandbox.addFault({ match: 'POST /payment', kind: 'noHeaders', times: 'always' });
      await expect.poll(() => page.locator('#sessions > li').count()).toBe(2);
      for (const size of [PHONE_SIZE, DESK_SIZE]) {
        await page.setViewportSize(size);
        expect(await findViolations(page)).toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 568 });
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(tooWide).toBeLessThanOrEqual(0);
    },
  );
});

baseTest('without its script it says what is missing, and another site may switch nothing', async () => {
  const sandbox = createSandbox({ controls: true });
  const page = await sandbox.fetch('https://checkout.test/__sandbox');
  expect(await page.text()).toContain('readAsset');
  const headers = { 'sec-fetch-site': 'cross-site' };
  for (const [method, path] of [
    ['POST', 'reset'],
    ['GET', 'status'],
  ] as const) {
    const refused = await sandbox.fetch(`https://checkout.test/__sandbox/${path}`, { method, headers });
    expect(refused.status).toBe(403);
  }
  const form = { ...headers, 'sec-fetch-mode': 'navigate' };
  expect(
    (await sandbox.fetch('https://checkout.test/__sandbox/reset', { method: 'POST', headers: form })).status,
  ).toBe(403);
  expect((await sandbox.fetch('https://checkout.test/__sandbox', { headers: form })).status).toBe(200);
});
