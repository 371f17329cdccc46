import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckoutSession } from '../../src/checkoutSession.js';
import { english } from '../../src/i18n/messages.js';
import type { SessionOptions } from '../../src/options.js';
import { isPayment, openPayerPage, type PayerPage } from '../payerPage.js';

const APP = 'mobilepay://pay?payment=1';
const WEB = 'https://gateway.example/pay/1';

let page: PayerPage;
beforeEach(async () => {
  page = await openPayerPage();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  page.leave();
});

/** Pays by a method whose payment goes on as given. */
async function payWith(wayOut: object, options: Partial<SessionOptions> = {}): Promise<CheckoutSession> {
  vi.useRealTimers();
  const session = await page.start({ appSchemes: ['mobilepay'], navigate: vi.fn(), ...options });
  page.network.intercept = (request, forward) =>
    isPayment(request)
      ? forward().then(async (response) =>
          Response.json({ ...((await response.json()) as object), url: APP, ...wayOut }),
        )
      : forward();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await session.initiatePayment('card');
  return session;
}
const notice = (): HTMLElement => page.picker()!.querySelector('[part=notice]')!;
const said = (): string => notice().querySelector('h2')!.textContent;
const visible = (selector: string): HTMLElement[] =>
  [...notice().querySelectorAll<HTMLElement>(selector)].filter((element) => !element.hidden);

describe('an app that does not open', () => {
  it('is told after a moment, with the same payment in the browser and the way to the other methods', async () => {
    const session = await payWith({ fallbackUrl: WEB });
    expect(said()).toContain('Taking you to');
    await vi.advanceTimersByTimeAsync(2_500);
    expect(session.state).toMatchObject({ name: 'handedOff', blocked: true });
    expect(said()).toMatch(/^Did .* not open\?$/);
    expect(notice().textContent).toContain(english.appNotOpenedWeb);
    expect(visible('a').map((link) => (link as HTMLAnchorElement).href)).toEqual([WEB]);
    expect(visible('button').map((button) => button.textContent)).toEqual([english.otherMethod]);
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });

  it('can be opened again where there is no other way, and Checkout is asked before another method', async () => {
    const session = await payWith({});
    await vi.advanceTimersByTimeAsync(2_500);
    expect(notice().textContent).toContain(english.appNotOpenedHelp);
    expect(visible('a').map((link) => (link as HTMLAnchorElement).href)).toEqual([APP]);
    visible('button')[0]!.click();
    // The sandbox says that a payment is under way: no other can be begun.
    await vi.waitFor(() => expect(session.state.name).toBe('processing'));
    expect(visible('a').map((link) => (link as HTMLAnchorElement).href)).toEqual([APP]);
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });

  it('is not told of while it is in front', async () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const session = await payWith({ fallbackUrl: WEB });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(session.state).toMatchObject({ name: 'handedOff', blocked: false });
  });

  it('is told of a moment after the browser’s question was answered with no', async () => {
    const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    const session = await payWith({ fallbackUrl: WEB });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(session.state).toMatchObject({ name: 'handedOff', blocked: false });
    focus.mockReturnValue(true);
    dispatchEvent(new Event('focus'));
    await vi.advanceTimersByTimeAsync(2_500);
    expect(session.state).toMatchObject({ name: 'handedOff', blocked: true });
  });

  it('is not opened where the merchant does not name its scheme', async () => {
    await expect(payWith({}, { appSchemes: [] })).rejects.toMatchObject({ code: 'url_refused' });
  });
});

describe('a form', () => {
  it('is posted to the whole window, its fields as texts, and stays nowhere', async () => {
    const posted: FormData[] = [];
    vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (this: HTMLFormElement) {
      expect([this.method, this.action, this.target]).toEqual(['post', WEB, '_top']);
      posted.push(new FormData(this));
    });
    const fields = { token: '"><script>1</script>', submit: 'x' };
    const session = await payWith({ type: 'FORM', url: WEB, fields });
    expect(posted.map((form) => Object.fromEntries(form))).toEqual([fields]);
    expect(document.querySelector('form')).toBeNull();

    // Nothing came of it: the payer posts it again, and Checkout is asked for no second payment.
    await vi.advanceTimersByTimeAsync(5_000);
    expect(said()).toBe(english.continueLink);
    expect(visible('a')).toEqual([]);
    visible('button')[0]!.click();
    expect(posted).toHaveLength(2);
    await expect(session.retryPayment()).resolves.toMatchObject({ type: 'redirect' });
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });
});
