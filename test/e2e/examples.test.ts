import { describe, expect } from 'vitest';
import type { Ledger } from '../../src/sandbox/ledger.js';
import type { EnginePage } from './support/enginePage.js';
import { it as engineIt, type EngineOptions } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';
import { readQRCode } from './support/readQRCode.js';
import { screenshotStyle } from './support/screenshotStyle.js';
import { startExample } from './support/startExample.mjs';

type Example = Awaited<ReturnType<typeof startExample>>;
type OpenOptions = EngineOptions & { readonly allowed?: readonly RegExp[] };

const it = engineIt.extend('openExample', async ({ openPhone }, { onCleanup }) => {
  const examples: Example[] = [];
  onCleanup(() => examples.forEach(({ stop }) => stop()));
  return async (name: Parameters<typeof startExample>[0], options: OpenOptions = {}) => {
    const example = await startExample(name);
    examples.push(example);
    const { page } = await openPhone(options);
    await page.goto(example.link);
    return { ...example, page };
  };
});

async function approve(page: EnginePage, origin: string): Promise<void> {
  await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
  await page.getByText('paid').first().waitFor();
  const ledger = (await (await fetch(`${origin}/__sandbox/ledger`)).json()) as Ledger;
  expect(ledger).toMatchObject({ paymentsCreated: 1, paymentsFinalised: 1 });
}

describe('the small examples', () => {
  it.for(['script-tag', 'module'] as const)(
    '%s: shows the order and takes the payer to pay',
    async (name, { openExample }) => {
      const { page, origin } = await openExample(name);
      await page.getByText('2 × Tulips, 10 stems').waitFor();
      await pickerOn(page).method('MobilePay').tap();
      await page.getByRole('button', { name: 'Pay DKK 447.00' }).tap();
      await approve(page, origin);
    },
  );

  it.for([
    ['react', []],
    // Their templates are markup: each has the policy of its own name, and no other.
    ['vue', [/policy: \S+ has no trusted-types 'none'$/]],
    ['svelte', [/policy: \S+ has no trusted-types 'none'$/]],
  ] as const)(
    '%s: draws the picker in a component, and hears what is chosen',
    async ([name, allowed], { openExample }) => {
      const { page, origin } = await openExample(name, { allowed });
      await page.getByText('2 × Tulips, 10 stems').waitFor();
      await pickerOn(page).method('MobilePay').tap();
      await page.getByText('You pay with MobilePay.').waitFor();
      await page.getByRole('button', { name: 'Pay DKK 447.00' }).tap();
      await approve(page, origin);
    },
  );

  it('module: hands the link on to a phone as a QR code', async ({ openExample }) => {
    const { page, link } = await openExample('module', { desk: true, allowed: [screenshotStyle] });
    await page.getByRole('button', { name: 'Pay on my phone' }).click();
    const code = page.getByRole('img', { name: 'QR code of this payment link' });
    await code.waitFor();
    const address = await page.evaluate(() => location.href);
    await expect.poll(async () => readQRCode(await code.screenshot())).toBe(address);
    const [, sessionId, linkId] = /pay\/([\w-]+)\/([\w-]+)$/.exec(link)!;
    expect(new URL(address).hash).toBe(`#sessionId=${sessionId}&linkId=${linkId}`);

    await page.getByRole('button', { name: 'Close' }).click();
    await code.waitFor({ state: 'detached' });
  });

  it('headless: pays through the page’s own buttons, once however often they are pressed', async ({
    openExample,
  }) => {
    const { page, origin } = await openExample('headless');
    await page.locator('section[aria-label="Your order"]').getByText('DKK 447.00').waitFor();
    expect(await page.locator('li').allTextContents()).toEqual([
      '2 × Tulips, 10 stems',
      'Glass vase',
      'Delivery by bicycle',
    ]);
    await page.getByRole('button', { name: 'Pay with MobilePay' }).dblclick();
    await approve(page, origin);
  });

  it('headless: says what is wrong with a link', async ({ openExample }) => {
    const { page, origin } = await openExample('headless', { allowed: [/404/] });
    await page.goto('about:blank');
    await page.goto(`${origin}/#sessionId=nobody&linkId=nothing`);
    await page.getByRole('heading', { name: 'We could not open this payment' }).waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
  });
});
