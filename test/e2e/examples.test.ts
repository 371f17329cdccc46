import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/sandbox/ledger.js';
import { launchChromium } from './support/launchChromium.js';
import { phonePage, type PhonePage } from './support/phonePage.js';
import { startExample } from './support/startExample.mjs';

type Example = Awaited<ReturnType<typeof startExample>>;

describe('the small examples', () => {
  let browser: Browser;
  let example: Example | undefined;
  let phone: PhonePage | undefined;
  const asked = new Set<string>();

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await phone?.context.close();
    example?.stop();
  });

  async function open(
    name: Parameters<typeof startExample>[0],
    options: Parameters<typeof phonePage>[1] = {},
  ): Promise<Page> {
    example = await startExample(name);
    phone = await phonePage(browser, options);
    asked.clear();
    phone.page.on('request', (request) => asked.add(new URL(request.url()).origin));
    await phone.page.goto(example.link);
    return phone.page;
  }

  async function payAndApprove(page: Page, ...allowed: RegExp[]): Promise<void> {
    await page.waitForURL('**/checkout/gateway/**');
    await page.getByRole('button', { name: 'Approve in MobilePay' }).click();
    await page.getByText(/paid/i).first().waitFor();
    const ledger = (await (await fetch(`${example!.origin}/__sandbox/ledger`)).json()) as Ledger;
    expect(ledger).toMatchObject({ paymentsCreated: 1, paymentsFinalised: 1 });
    await phone!.expectClean(...allowed);
  }

  it.each(['script-tag', 'module'] as const)(
    '%s: shows the order and takes the payer to pay',
    async (name) => {
      const page = await open(name);
      await page.getByText('2 × Tulips, 10 stems').waitFor();
      await page.getByRole('radio', { name: /^MobilePay/ }).check();
      await page.getByRole('button', { name: 'Pay DKK 447.00' }).click();
      await payAndApprove(page);
    },
  );

  it.each([
    ['react', []],
    // Their templates are markup: each has the policy of its own name, and no other.
    ['vue', [/policy: \S+ has no trusted-types 'none'$/]],
    ['svelte', [/policy: \S+ has no trusted-types 'none'$/]],
  ] as const)('%s: draws the picker in a component, and hears what is chosen', async (name, allowed) => {
    const page = await open(name);
    await page.getByText('2 × Tulips, 10 stems').waitFor();
    await page.getByRole('radio', { name: /^MobilePay/ }).check();
    await page.getByText('You pay with MobilePay.').waitFor();
    await page.getByRole('button', { name: 'Pay DKK 447.00' }).click();
    await payAndApprove(page, ...allowed);
  });

  it('script-tag: is one HTML file', () => {
    const page = readFileSync('examples/script-tag/index.html', 'utf8');
    expect(page.match(/\b(?:src|href)="[^"]+"/g)).toEqual(['src="/dist/altapay.min.js"']);
  });

  it('module: hands the link on to a phone as a QR code', async () => {
    const page = await open('module', {
      viewport: { width: 1024, height: 768 },
      isMobile: false,
      hasTouch: false,
    });
    await page.getByRole('button', { name: 'Pay on my phone' }).click();
    const code = page.getByRole('img', { name: 'QR code of this payment link' });
    const { data, width, height } = PNG.sync.read(await code.screenshot());
    const scanned = (jsQR as unknown as typeof jsQR.default)(
      new Uint8ClampedArray(data),
      width,
      height,
    )?.data;
    expect(scanned).toBe(page.url());
    const [, sessionId, linkId] = /pay\/([\w-]+)\/([\w-]+)$/.exec(example!.link)!;
    expect(new URL(scanned!).hash).toBe(`#sessionId=${sessionId}&linkId=${linkId}`);

    await page.getByRole('button', { name: 'Close' }).click();
    await code.waitFor({ state: 'detached' });
    await phone!.expectClean();
  });

  it('headless: pays through the page’s own buttons, once however often they are pressed', async () => {
    const page = await open('headless');
    await page.getByRole('region', { name: 'Your order' }).getByText('DKK 447.00').waitFor();
    expect(await page.getByRole('listitem').allTextContents()).toEqual([
      '2 × Tulips, 10 stems',
      'Glass vase',
      'Delivery by bicycle',
    ]);
    await page.getByRole('button', { name: 'Pay with MobilePay' }).dblclick();
    await payAndApprove(page);
  });

  it('headless: says what is wrong with a link', async () => {
    const page = await open('headless');
    await page.goto('about:blank');
    await page.goto(`${example!.origin}/#sessionId=nobody&linkId=nothing`);
    await page.getByRole('heading', { name: 'We could not open this payment' }).waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    await phone!.expectClean(/404/);
  });

  it('is asked for by name', async () => {
    await expect(startExample('nothing' as 'module')).rejects.toThrow(/script-tag\|module\|headless\|react/);
  });
});
