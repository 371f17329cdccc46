import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gatherReported, openPayerPage, type PayerPage } from './payerPage.js';
import { API } from './sandbox/checkoutClient.js';

let page: PayerPage;
beforeEach(async () => {
  vi.resetModules();
  page = await openPayerPage();
  vi.stubGlobal('fetch', page.options.fetch);
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'AltaPay');
  Reflect.deleteProperty(globalThis, 'AltaPayFactory');
  page.leave();
});

/** Runs the script as the tag with these attributes would. */
async function runScript(data: Record<string, string> = {}): Promise<void> {
  const tag = document.createElement('script');
  for (const [name, value] of Object.entries(data)) tag.setAttribute(`data-${name}`, value);
  const current = vi.spyOn(document, 'currentScript', 'get').mockReturnValue(tag);
  await import('../src/global.js');
  current.mockRestore();
}

describe('the script tag', () => {
  it('puts AltaPay on the page, with what AltaPay’s own pages name', async () => {
    await runScript();
    expect(Object.keys(AltaPay ?? {}).sort()).toEqual([
      'AltaPayFactory',
      'PaymentError',
      'configure',
      'initFromQR',
      'initiate',
      'isPaymentError',
      'version',
    ]);
    expect(globalThis.AltaPayFactory?.getAmount(30098.52, 'DKK')).toEqual(
      AltaPay?.AltaPayFactory.getAmount(30098.52, 'DKK'),
    );
  });

  it('does nothing by itself where it names no container', async () => {
    await runScript({ 'api-url': API });
    await Promise.resolve();
    expect(page.network.requests).toHaveLength(0);
    expect(page.container.childElementCount).toBe(0);
  });

  it('starts by itself where it names one, and tells its container', async () => {
    const ready = vi.fn();
    page.container.addEventListener('altapay:ready', ready);
    await runScript({ 'api-url': API, container: '#payment', locale: 'en', 'merchant-name': 'Mug Shop' });
    await vi.waitFor(() => expect(ready).toHaveBeenCalledOnce());
    expect(page.picker()?.querySelectorAll('input').length).toBeGreaterThan(0);
    const [event] = ready.mock.calls[0] as [CustomEvent<{ session: { destroy(): void } }>];
    event.detail.session.destroy();
  });

  it('asks before the container is there, and draws into it when the document is', async () => {
    const reading = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    page.container.remove();
    await runScript({ 'api-url': API, container: '#payment', locale: 'en' });
    await vi.waitFor(() => expect(page.network.requests).toHaveLength(1));
    expect(page.picker()).toBeUndefined();
    document.body.append(page.container);
    reading.mockRestore();
    document.dispatchEvent(new Event('DOMContentLoaded'));
    await vi.waitFor(() => expect(page.picker()?.querySelectorAll('input').length).toBeGreaterThan(0));
    page.container.remove();
  });

  it('gives its options to what the page starts itself', async () => {
    await runScript({ 'api-url': API });
    const session = await AltaPay!.initFromQR({ container: page.container } as never);
    expect(session.state.name).toBe('ready');
    session.destroy();
  });

  it('reads lists, flags and looks from attributes', async () => {
    await runScript({
      'api-url': API,
      'redirect-hosts': 'elsewhere.test, other.test',
      'idempotency-key': '',
      theme: 'dark',
      preset: 'rounded',
      'scrub-url': 'remove',
    });
    const session = await AltaPay!.initFromQR({ container: page.container } as never);
    expect(location.hash).toBe('');
    expect(page.picker()?.querySelector('section')?.className).toMatch(/dark rounded/);
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'url_refused' });
    expect(page.ledger().keys).toBe(1);
    session.destroy();
  });

  it('calls the functions of the page that its attributes name, those that came later, too', async () => {
    await runScript({ 'api-url': API, 'on-ready': 'tellReady', 'on-before-pay': 'isSold' });
    const tellReady = vi.fn();
    vi.stubGlobal('tellReady', tellReady);
    const session = await AltaPay!.initFromQR({ container: page.container } as never);
    await vi.waitFor(() => expect(tellReady).toHaveBeenCalledExactlyOnceWith(session));
    vi.stubGlobal('isSold', () => false);
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'aborted' });
    expect(page.ledger().paymentsCreated).toBe(0);
    session.destroy();
  });

  it('starts no payment without the last word that it names, and runs no text as code', async () => {
    const reported = gatherReported();
    await runScript({ 'api-url': API, 'on-before-pay': 'void 0' });
    const session = await AltaPay!.initFromQR({ container: page.container } as never);
    await expect(session.initiatePayment('card')).rejects.toMatchObject({ code: 'aborted' });
    expect(page.ledger().paymentsCreated).toBe(0);
    await vi.waitFor(() => expect(reported).toHaveLength(1));
    session.destroy();
  });

  it('reads no attribute that is not on its list', async () => {
    await runScript({
      'api-url': API,
      url: 'https://evil.test/#sessionId=a&linkId=b',
      fetch: 'evil',
      navigate: 'evil',
      token: 'x.y.z',
      signal: 'x',
      messages: '{}',
    });
    const session = await AltaPay!.initFromQR({ container: page.container } as never);
    expect(session.state.name).toBe('ready');
    session.destroy();
  });

  it('says in the console what is wrong with its options', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await runScript({ container: '#payment' });
    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
    expect(told.mock.calls[0]?.[0]).toMatchObject({ code: 'options_invalid' });
  });

  it('on a page without a tag of its own, as a module, just gives the global', async () => {
    vi.spyOn(document, 'currentScript', 'get').mockReturnValue(null);
    await import('../src/global.js');
    expect(typeof AltaPay?.initFromQR).toBe('function');
  });
});

describe('twice on one page', () => {
  it('the first one stays: a session is never parted from its global', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await runScript({ 'api-url': API });
    const first = AltaPay;
    vi.resetModules();
    await runScript({ 'api-url': API, container: '#payment' });
    expect(AltaPay).toBe(first);
    expect(warn).toHaveBeenCalledOnce();
    expect(page.network.requests).toHaveLength(0);
  });

  it('a name that AltaPay’s own script has put there is left to it', async () => {
    const theirs = { getAmount: vi.fn() } as never;
    globalThis.AltaPayFactory = theirs;
    await runScript();
    expect(globalThis.AltaPayFactory).toBe(theirs);
  });
});
