import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import type { EnginePage } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';
import { resetConnection } from './support/resetConnection.js';
import type { RunningShop, ShopSetting } from './support/startShop.js';
import { strictPolicy } from './support/strictPolicy.js';

const SNIPPET = readFileSync('dist/altapay.early.js', 'utf8').trim();
const HASH = `'sha256-${createHash('sha256').update(SNIPPET).digest('base64')}'`;
const SDK = '/sdk/altapay.min.js';
/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9/api';

/** Writes a payment page out of the snippet and the SDK's own tag, each by the API's address. */
type Write = (early: (apiUrl: string) => string, sdk: string, apiUrl: string) => string;

const plain: Write = (early, sdk, apiUrl) => early(apiUrl) + sdk;

/** Serves the page under a policy that allows the snippet by its hash. */
const servePage =
  (write: Write, script = "'self'"): NonNullable<ShopSetting['serve']> =>
  (request, apiUrl) => {
    if (new URL(request.url).pathname !== '/pay') return undefined;
    const early = (address: string): string => `<script data-api-url="${address}">${SNIPPET}</script>`;
    const sdk = `<script src="${SDK}" data-api-url="${apiUrl}" data-container="#payment" defer></script>`;
    const html = `<!doctype html><html lang="en"><head><title>Pay</title><link rel="icon" href="/assets/cup.svg" />
      ${write(early, sdk, apiUrl)}</head><body><main id="payment"></main></body></html>`;
    const connect = `${new URL(apiUrl).origin} ${new URL(NOWHERE).origin}`;
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': strictPolicy({
          script: `${script} ${HASH}`,
          connect,
          image: `https: 'self' ${connect}`,
        }),
      },
    });
  };

/** What reached the API, but for what the shop's own server asked. */
const asked = (shop: RunningShop): string[] =>
  shop.sandbox
    .ledger()
    .requests.filter(({ path }) => !/\/(?:authenticate|link)$|\/session$/.test(path))
    .filter(({ path }) => path.startsWith('/checkout/v1/api'))
    .map(({ method, path }) => `${method} ${path.slice('/checkout/v1/api'.length)}`);

const ACTIVATION = 'POST /session/{sessionId}/activation';

/** Opens a link and keeps the SDK's script from the page until the link has been asked for. */
async function askEarly(page: EnginePage, shop: RunningShop, link: string): Promise<void> {
  const script = shop.holdRequests(/^GET \/sdk\/altapay\.min\.js$/);
  const opened = page.goto(link);
  await expect.poll(() => asked(shop)).toEqual([ACTIVATION]);
  await expect.poll(script.waiting).toBe(1);
  script.open();
  await opened;
}

describe('the early start', () => {
  it('asks before the script is here, and the script asks no more', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: servePage(plain) });
    const { link, order } = await shop.requestLink();
    const { page } = await openPhone();
    await askEarly(page, shop, link);
    await pickerOn(page).payWith('MobilePay');
    await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    expect(order.state).toBe('paid');
    expect(asked(shop)).toEqual([ACTIVATION, 'OPTIONS /payment', 'POST /payment']);
  });

  it('sends what the script itself would send, header by header', async ({ openShop, openPhone }) => {
    const sent: string[] = [];
    for (const write of [plain, ((_, sdk) => sdk) satisfies Write]) {
      const shop = await openShop({ serve: servePage(write) });
      const { link } = await shop.requestLink();
      const { page } = await openPhone();
      const activation = shop.holdRequests(/\/activation$/);
      await page.goto(link);
      await expect.poll(activation.waiting).toBe(1);
      const [request] = activation.requests;
      const facts = [request!.method, [...request!.headers], await request!.clone().text()];
      activation.open();
      await pickerOn(page).payButton.waitFor();
      // Every shop has ports and links of its own.
      sent.push(
        JSON.stringify(facts)
          .replace(/127\.0\.0\.1:\d+/g, 'host')
          .replace(/linkId=[\w-]+/, 'linkId'),
      );
    }
    expect(sent[0]).toContain('linkId');
    expect(sent[0]).not.toMatch(/referer/i);
    expect(sent[0]).toBe(sent[1]);
  });

  it('does no harm where the script never comes', async ({ openShop, openPhone }) => {
    const serve: ReturnType<typeof servePage> = (request, apiUrl) =>
      new URL(request.url).pathname === SDK ? resetConnection() : servePage(plain)(request, apiUrl);
    const shop = await openShop({ serve });
    const { link } = await shop.requestLink();
    const { page } = await openPhone({ allowed: [/ERR_CONNECTION_RESET/] });
    await page.goto(link);
    await expect.poll(() => asked(shop)).toEqual([ACTIVATION]);
  });

  it('does no harm where neither the script nor the API comes', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: servePage((early) => early(NOWHERE)) });
    const { link } = await shop.requestLink();
    const { page } = await openPhone({ allowed: [/ERR_(UNSAFE_PORT|CONNECTION_REFUSED)/] });
    await page.goto(link);
    await page.evaluate(() => globalThis.altapayEarly?.[2].catch(() => undefined));
    expect(asked(shop)).toEqual([]);
  });

  it('does nothing where the script has come first', async ({ openShop, openPhone }) => {
    const shop = await openShop({
      serve: servePage((early, sdk, apiUrl) => sdk.replace(' defer', '') + early(apiUrl)),
    });
    const { link } = await shop.requestLink();
    const { page } = await openPhone();
    await page.goto(link);
    await pickerOn(page).payButton.waitFor();
    expect(asked(shop)).toEqual([ACTIVATION]);
  });

  it('asks once where it stands twice', async ({ openShop, openPhone }) => {
    const shop = await openShop({
      serve: servePage((early, sdk, apiUrl) => early(apiUrl) + early(apiUrl) + sdk),
    });
    const { link } = await shop.requestLink();
    const { page } = await openPhone();
    await page.goto(link);
    await pickerOn(page).payButton.waitFor();
    expect(asked(shop)).toEqual([ACTIVATION]);
  });

  it('is passed over where it asks another API than the script', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: servePage((early, sdk) => early(NOWHERE) + sdk) });
    const { link } = await shop.requestLink();
    const { page } = await openPhone({ allowed: [/ERR_(UNSAFE_PORT|CONNECTION_REFUSED|ABORTED)/] });
    await page.goto(link);
    await pickerOn(page).payButton.waitFor();
    expect(asked(shop)).toEqual([ACTIVATION]);
  });

  it('is passed over where another link has been opened meanwhile', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: servePage(plain) });
    const first = await shop.requestLink();
    const second = await shop.requestLink({ basket: { beans: '1', mug: '0' } });
    const { page } = await openPhone();
    const [sessionId = '', linkId = ''] = second.link.split('/').slice(-2);
    const fragment = new URLSearchParams({ sessionId, linkId }).toString();
    // When all has been read, and before deferred scripts run.
    await page.addInitScript((hash) => {
      document.addEventListener('readystatechange', () => (location.hash = hash), { once: true });
    }, fragment);
    await askEarly(page, shop, first.link);
    await pickerOn(page).payButton.waitFor();
    expect(await pickerOn(page).lines.first().innerText()).toContain('Morning roast');
    expect(await page.getByText('Stoneware mug').count()).toBe(0);
    expect(asked(shop)).toEqual([ACTIVATION, ACTIVATION]);
  });

  it('is the first of three attempts where the API has no answer for it', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: servePage(plain) });
    const { link } = await shop.requestLink();
    shop.sandbox.addFault({ match: 'POST /session/*/activation', kind: 'status', status: 503, times: 9 });
    const { page } = await openPhone({ allowed: [/503/] });
    await page.goto(link);
    await pickerOn(page).notice.getByText('Something went wrong on our side').waitFor();
    expect(asked(shop)).toEqual([ACTIVATION, ACTIVATION, ACTIVATION]);
  });

  it('leaves an address with a token alone, which the script scrubs', async ({ openShop, openPhone }) => {
    const shop = await openShop({ serve: servePage(plain) });
    const { url, token } = await shop.requestTokenLink();
    const { page } = await openPhone();
    await page.goto(url);
    await pickerOn(page).payButton.waitFor();
    expect(await page.evaluate(() => location.href)).not.toContain(token);
    expect(asked(shop).filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  it('is kept to its bytes by a policy: with one changed it does not run', async ({
    openShop,
    openPhone,
  }) => {
    const shop = await openShop({
      serve: servePage((early, sdk, apiUrl) => early(apiUrl).replace('try{', 'try {') + sdk),
    });
    const { link } = await shop.requestLink();
    const { page } = await openPhone({ allowed: [/csp: script-src/, /Content[ -]Security[ -]Policy/] });
    await page.goto(link);
    await pickerOn(page).payButton.waitFor();
    expect(await page.evaluate(() => 'altapayEarly' in globalThis && globalThis.altapayEarly)).toBeFalsy();
    expect(asked(shop)).toEqual([ACTIVATION]);
  });
});
