import { describe, expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import type { EnginePage } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';
import type { RunningShop } from './support/startShop.js';
import { strictPolicy } from './support/strictPolicy.js';

/** The shop's page with pretend wallets, as its link opens it. */
async function openWalletPage(page: EnginePage, shop: RunningShop): Promise<void> {
  const { link } = await shop.requestLink();
  const [linkId, sessionId] = new URL(link).pathname.split('/').reverse();
  await page.goto(`${shop.shopUrl}/pay?lang=en&variant=wallets#sessionId=${sessionId}&linkId=${linkId}`);
}

const ledgerOf = ({ sandbox }: RunningShop) => {
  const { arrivals, paymentsCreated, paymentsFinalised } = sandbox.ledger();
  return [arrivals, paymentsCreated, paymentsFinalised];
};
const sheetOn = (page: EnginePage, wallet: string) => page.getByRole('dialog', { name: `Pretend ${wallet}` });

describe('Apple Pay on the shop’s page', () => {
  it('is not validated, cancelled, declined and approved in turn: each says what it means, one is paid', async ({
    openShop,
    openPhone,
  }) => {
    let broken = true;
    const shop = await openShop({
      serve: ({ url }) =>
        broken && url.endsWith('/wallets/merchant-session') ? new Response(null, { status: 502 }) : undefined,
    });
    const { page } = await openPhone({ allowed: [/502/] });
    await openWalletPage(page, shop);
    const { payButton, payWith, notice } = pickerOn(page);
    const sheet = sheetOn(page, 'Apple Pay');

    await payWith('Apple Pay');
    await notice.getByRole('heading', { name: english.cantStart }).waitFor();
    expect(await sheet.count()).toBe(0);
    broken = false;

    expect(await payButton.innerText()).toMatch(/^Apple Pay · DKK\s366\.00$/);
    await payButton.tap();
    await sheet.getByText('366.00 DKK').waitFor();
    await sheet.getByRole('button', { name: 'Cancel' }).tap();
    await notice.getByText(english.cancelledHelp).waitFor();
    expect(ledgerOf(shop)).toEqual([0, 0, 0]);

    await payButton.tap();
    await sheet.getByRole('button', { name: 'declined' }).tap();
    await notice.getByRole('heading', { name: english.declined }).waitFor();
    await notice.getByText(english.cantStartHelp).waitFor();
    expect(ledgerOf(shop)).toEqual([1, 1, 0]);

    await payButton.tap();
    await sheet.getByRole('button', { name: 'approved' }).tap();
    await notice.getByRole('heading', { name: english.alreadyPaid }).waitFor();
    expect(ledgerOf(shop)).toEqual([2, 2, 1]);
    await expect.poll(() => shop.orders.newestFirst()[0]?.state).toBe('paid');
  });

  it('opens for a payer’s press alone, and one sheet at a time', async ({ shop, openPhone }) => {
    const { page } = await openPhone();
    await openWalletPage(page, shop);
    const { payButton, method, notice } = pickerOn(page);
    await method('Apple Pay').tap();
    await payButton.evaluate((button) => (button as HTMLElement).click());
    await notice.getByRole('heading', { name: english.cantStart }).waitFor();
    await payButton.tap();
    const sheet = sheetOn(page, 'Apple Pay');
    await sheet.getByRole('button', { name: 'approved' }).waitFor();
    await payButton.evaluate((button) =>
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })),
    );
    expect(await sheet.count()).toBe(1);
    await sheet.getByRole('button', { name: 'approved' }).tap();
    await notice.getByRole('heading', { name: english.alreadyPaid }).waitFor();
    expect(ledgerOf(shop)).toEqual([1, 1, 1]);
  });
});

describe('Google Pay on the shop’s page', () => {
  it('is cancelled, declined and approved in turn, and paid once', async ({ shop, openPhone }) => {
    const { page } = await openPhone();
    await openWalletPage(page, shop);
    const { payButton, payWith, notice } = pickerOn(page);
    const sheet = sheetOn(page, 'Google Pay');
    await payWith('Google Pay');
    await sheet.getByRole('button', { name: 'Cancel' }).tap();
    await notice.getByText(english.cancelledHelp).waitFor();
    await payButton.tap();
    await sheet.getByRole('button', { name: 'declined' }).tap();
    await notice.getByRole('heading', { name: english.declined }).waitFor();
    await notice.getByText(english.cantStartHelp).waitFor();
    await payButton.tap();
    await sheet.getByRole('button', { name: 'approved' }).tap();
    await notice.getByRole('heading', { name: english.alreadyPaid }).waitFor();
    expect(ledgerOf(shop)).toEqual([2, 2, 1]);
  });
});

describe('the script of the wallets', () => {
  it.for([
    ['before', ['altapay.wallets.js', 'altapay.min.js']],
    ['after', ['altapay.min.js', 'altapay.wallets.js']],
    ['twice and before', ['altapay.wallets.js', 'altapay.wallets.js', 'altapay.min.js']],
  ] as const)('adds to the one global, %s the SDK’s', async ([, files], { openShop, openPhone }) => {
    const tags = files.map((file) => `<script src="/sdk/${file}" defer></script>`).join('');
    const shop = await openShop({
      serve: (request) =>
        new URL(request.url).pathname === '/order'
          ? new Response(`<!doctype html><html lang="en"><title>Pay</title>${tags}<p>Here</p>`, {
              headers: {
                'content-type': 'text/html; charset=utf-8',
                'content-security-policy': strictPolicy(),
              },
            })
          : undefined,
    });
    const { page } = await openPhone();
    await page.goto(`${shop.shopUrl}/order`);
    const kinds = await page.evaluate(() => {
      const { AltaPay } = globalThis as unknown as { AltaPay: Record<string, unknown> };
      return ['initFromQR', 'applePay', 'googlePay'].map((name) => typeof AltaPay[name]);
    });
    expect(kinds).toEqual(['function', 'function', 'function']);
  });
});
