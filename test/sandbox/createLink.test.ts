// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { CheckoutSession } from '../../src/checkoutSession.js';
import { initFromQR } from '../../src/initFromQR.js';
import { createSandbox, type FixtureName, type LinkWish } from '../../src/sandbox/index.js';
import { readmeBlock } from '../readmeBlock.js';
import { readJson } from './checkoutClient.js';

const sessions: CheckoutSession[] = [];
afterEach(() => sessions.splice(0).forEach((session) => session.destroy()));

/** A merchant's test: a sandbox, a link, and the page's one call. */
async function openPage(wish?: FixtureName | LinkWish) {
  document.body.innerHTML = '<div id="payment"></div>';
  const sandbox = createSandbox({ merchant: { name: 'Petal & Stem' } });
  const link = await sandbox.createLink(wish);
  const { apiUrl, url } = link;
  const session = await initFromQR({
    apiUrl,
    url,
    container: '#payment',
    locale: 'en',
    fetch: sandbox.fetch,
  });
  sessions.push(session);
  const picker = document.querySelector('#payment > div')!.shadowRoot!;
  return { sandbox, link, session, picker, text: () => picker.textContent };
}

describe('a fixture', () => {
  it.each<[FixtureName, string, number]>([
    ['open', 'ready', 4],
    ['oneMethod', 'ready', 1],
    ['thirtyMethods', 'ready', 30],
    ['rightToLeft', 'ready', 2],
    ['hostileNames', 'ready', 7],
    ['processing', 'processing', 0],
    ['paid', 'paid', 0],
    ['expired', 'expired', 0],
    ['cancelled', 'cancelled', 0],
    ['noMethods', 'failed', 0],
  ])('%s is opened in one call and is then %s', async (name, state, methods) => {
    const { session, picker } = await openPage(name);
    expect(session.state.name).toBe(state);
    expect(picker.querySelectorAll('input[type=radio]')).toHaveLength(methods);
  });

  it('of hostile names shows them as text, and runs nothing', async () => {
    const { picker, text } = await openPage('hostileNames');
    expect(text()).toContain('<img src=x onerror="globalThis.hacked=1">');
    expect(picker.querySelectorAll('img[src=x], script')).toHaveLength(0);
    expect('hacked' in globalThis).toBe(false);
  });

  it('of right-to-left names names its own merchant', async () => {
    const { text } = await openPage('rightToLeft');
    expect(text()).toContain('متجر القهوة');
    expect(text()).toContain('העברה בנקאית');
  });

  it('brings logos, as every method does', async () => {
    const { sandbox, session } = await openPage('thirtyMethods');
    const logo = await sandbox.fetch(session.paymentMethods[29]!.logoUrl!);
    expect(logo.headers.get('content-type')).toBe('image/svg+xml');
  });
});

describe('a link of one’s own', () => {
  const order = { orderId: 'A-1', amount: { value: 249.5, currency: 'SEK' } };

  it('opens the order and page that were wished for', async () => {
    const { link, sandbox, session } = await openPage({ order, url: 'https://shop.example/pay?lang=sv' });
    expect(session.order).toMatchObject({ orderId: 'A-1', amount: { minorUnits: 24_950, currency: 'SEK' } });
    expect(link.url).toBe(
      `https://shop.example/pay?lang=sv#sessionId=${link.sessionId}&linkId=${link.linkId}`,
    );
    const { headers } = await sandbox.fetch(link.paymentLink);
    expect(headers.get('location')).toBe(link.url);
  });

  it('may be a fixture with another order', async () => {
    const { session } = await openPage({ fixture: 'paid', order });
    expect(session.state.name).toBe('paid');
  });

  it('that could be none is refused, and the field is named', async () => {
    const sandbox = createSandbox();
    const wrong = { order: { ...order, amount: { value: -1, currency: 'SEK' } } };
    await expect(sandbox.createLink(wrong)).rejects.toThrow('order.amount.value');
    expect((await createSandbox({ publicUrl: 'http://127.0.0.1:4171/x' }).createLink()).apiUrl).toBe(
      'http://127.0.0.1:4171/checkout/v1/api',
    );
  });
});

describe('time and payments', () => {
  it('run a link out, or end it', async () => {
    const { sandbox, session } = await openPage();
    sandbox.advance(11);
    await session.refresh();
    expect(session.state.name).toBe('expired');

    const other = await openPage();
    other.sandbox.expireLink(other.link.linkId);
    await other.session.refresh();
    expect(other.session.state.name).toBe('expired');
  });

  it('answer a payment in the payer’s place, once', async () => {
    const { link, sandbox } = await openPage('processing');
    sandbox.expireLink('nobody’s');
    const open = createSandbox({ controls: true });
    const { sessionId } = await open.createLink('processing');
    const status = async () =>
      (await readJson(open.fetch('https://checkout.test/__sandbox/status'))) as unknown as {
        sessions: { status: string; payments: { paymentId: string }[] }[];
      };
    const [row] = (await status()).sessions;
    const { paymentId } = row!.payments[0]!;
    expect(await open.settlePayment('nobody’s', 'SUCCEEDED')).toBeUndefined();
    expect(await open.settlePayment(paymentId, 'SUCCEEDED')).toBe('settled');
    expect(await open.settlePayment(paymentId, 'DECLINED')).toBe('answeredBefore');
    expect((await status()).sessions[0]!.status).toBe('PAID');
    expect(sessionId).not.toBe(link.sessionId);
  });
});

describe('the README', () => {
  it('says how, and what it says runs', async () => {
    const said: unknown[] = [];
    const run = readmeBlock("createLink('paid')", 'initFromQR', 'createSandbox', 'console');
    await run(initFromQR, createSandbox, { log: (...words: unknown[]) => said.push(...words) });
    expect(said).toEqual(['paid', 0]);
  });
});
