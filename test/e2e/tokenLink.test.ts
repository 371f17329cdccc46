import { describe, expect } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import type { EnginePage } from './support/enginePage.js';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';

/** Notes the page's address whenever a script asks for something. */
async function noteAddresses(page: EnginePage): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const addresses: string[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (...args) => {
      addresses.push(location.href);
      return fetch(...args);
    };
    Object.assign(globalThis, { addresses });
  });
  return () => page.evaluate(() => (globalThis as unknown as { addresses: string[] }).addresses);
}

/**
 * Everything that a page keeps or shows, as one text. The entry of the navigation is not ours to change: the browser notes
 * there what it was asked to open, for as long as the document lives.
 */
const everythingOn = (page: EnginePage): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify([
      location.href,
      history.state,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      document.referrer,
      document.documentElement.outerHTML,
      [...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot?.innerHTML),
      performance.getEntries().filter(({ entryType }) => entryType !== 'navigation'),
    ]),
  );

describe.for([
  ['fragment', '#'],
  ['query', '&'],
] as const)('a page whose server put the token into the %s', ([, mark]) => {
  it('asks for order and methods at once, with the token out of the address, and pays', async ({
    shop,
    openPhone,
  }) => {
    const { url, token } = await shop.requestTokenLink(mark);
    const questions = shop.holdRequests(/^GET .*\/session\//);
    const { page } = await openPhone();
    const addresses = await noteAddresses(page);
    const before = shop.arrivals.length;
    await page.goto(url);

    // Neither has been answered when both are here.
    await expect.poll(questions.waiting).toBe(2);
    questions.open();
    await pickerOn(page).payButton.waitFor();
    expect(await addresses()).toEqual([`${shop.shopUrl}/pay?lang=en`, `${shop.shopUrl}/pay?lang=en`]);

    const [, ...others] = shop.arrivals.slice(before);
    expect(others).not.toHaveLength(0);
    for (const { url, headers } of others) {
      expect(`${url.href} ${headers.get('referer') ?? ''}`).not.toContain(token);
      if (headers.has('authorization')) expect(url.href).toContain(`${shop.apiUrl}/session/`);
    }

    await pickerOn(page).payWith('Card');
    await page.getByRole('button', { name: 'Pay 366.00 DKK' }).tap();
    await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1, paymentsFinalised: 1 });
  });

  it('keeps nothing of the token, so that a reload says to open the link again', async ({
    shop,
    openPhone,
  }) => {
    const { url, token } = await shop.requestTokenLink(mark);
    const { page } = await openPhone();
    await page.goto(url);
    const picker = pickerOn(page);
    await picker.payButton.waitFor();
    expect(await everythingOn(page)).not.toContain(token);

    await page.reload();
    await picker.notice.getByRole('heading', { name: english.linkBroken }).waitFor();
    expect(await picker.notice.innerText()).toContain(english.linkBrokenHelp.split('{')[0]);
    expect(await picker.methods.count()).toBe(0);
    expect(await everythingOn(page)).not.toContain(token);
    expect(await page.evaluate(() => JSON.stringify(performance.getEntries()))).not.toContain(token);
  });
});
