import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckoutSession } from '../../src/checkoutSession.js';
import { installFakeWallets, type FakeWallets } from '../../src/fakeWallets/index.js';
import { english } from '../../src/i18n/messages.js';
import type { InitFromQROptions } from '../../src/options.js';
import { applePay, type ApplePayConfig } from '../../src/wallets/index.js';
import {
  createGate,
  dieAfter,
  isPayment,
  openPayerPage,
  withoutStatus,
  type PayerPage,
} from '../payerPage.js';

let page: PayerPage;
let wallets: FakeWallets;
let inGesture: boolean;
let canPay: boolean;
beforeEach(async () => {
  vi.stubGlobal('isSecureContext', true);
  [inGesture, canPay] = [true, true];
  wallets = installFakeWallets({ isInGesture: () => inGesture, canPay: () => canPay });
  page = await openPayerPage();
});
afterEach(() => {
  page.leave();
  // First: what a test put in a wallet's place gives that wallet back.
  vi.unstubAllGlobals();
  wallets.uninstall();
});

const merchantSession = { merchantSessionIdentifier: 'm' };
const open = (
  config: Partial<ApplePayConfig> = {},
  more: Partial<InitFromQROptions> = {},
): Promise<CheckoutSession> =>
  page.startHeadless({
    methodHandlers: {
      APPLE_PAY: applePay({
        countryCode: 'SE',
        merchantName: 'Petal & Stem',
        validateMerchant: async () => merchantSession,
        ...config,
      }),
    },
    ...more,
  });
const offered = (session: CheckoutSession): boolean =>
  session.paymentMethods.some(({ type }) => type === 'APPLE_PAY');
const reaches = (phase: string | undefined) => vi.waitFor(() => expect(wallets.sheet?.phase).toBe(phase));
const endsIn = (session: CheckoutSession, state: object) =>
  vi.waitFor(() => expect(session.state).toMatchObject(state));
/** Opens the sheet, as a press of the pay button does. */
const pressed = async (session: CheckoutSession) => {
  const paying = session.initiatePayment('applepay');
  paying.catch(() => undefined);
  await reaches('choosing');
  return { paying };
};
const ledger = () => {
  const { arrivals, paymentsCreated, paymentsFinalised } = page.ledger();
  return [arrivals, paymentsCreated, paymentsFinalised];
};

describe('Apple Pay is offered', () => {
  it('where the browser can', async () => {
    expect(offered(await open())).toBe(true);
  });

  it.each<[string, () => void]>([
    ['the phone has no card for it', () => (canPay = false)],
    ['the page is not secure', () => vi.stubGlobal('isSecureContext', false)],
    ['the browser knows nothing of it', () => vi.stubGlobal('ApplePaySession', undefined)],
    ['it knows an older one', () => vi.spyOn(ApplePaySession!, 'supportsVersion').mockReturnValue(false)],
    [
      'it must not be asked, as in a frame',
      () =>
        vi.spyOn(ApplePaySession!, 'canMakePayments').mockImplementation(() => {
          throw new DOMException('frame', 'InvalidAccessError');
        }),
    ],
  ])('not where %s', async (_, change) => {
    change();
    expect(offered(await open())).toBe(false);
  });

  it.each([{ countryCode: 'Sweden' }, { countryCode: '' }, { validateMerchant: 'url' as never }])(
    'by a handler that was told what it must know: %j',
    (wrong) => {
      expect(() => applePay({ countryCode: 'SE', validateMerchant: async () => ({}), ...wrong })).toThrow(
        expect.objectContaining({ code: 'options_invalid' }),
      );
    },
  );
});

describe('the sheet', () => {
  it('opens in the press, with the exact amount, and what the method’s metadata says', async () => {
    const made = vi.fn();
    const Real = ApplePaySession!;
    vi.stubGlobal(
      'ApplePaySession',
      class extends Real {
        constructor(...given: ConstructorParameters<typeof Real>) {
          super(...given);
          made(...given);
        }
      },
    );
    const session = await open();
    void session.initiatePayment('applepay').catch(() => undefined);
    expect(wallets.sheet).toMatchObject({ label: 'Petal & Stem', amount: '249.50', currency: 'DKK' });
    expect(made).toHaveBeenCalledExactlyOnceWith(3, {
      countryCode: 'DK',
      currencyCode: 'DKK',
      supportedNetworks: ['visa', 'masterCard'],
      merchantCapabilities: ['supports3DS'],
      total: { label: 'Petal & Stem', amount: '249.50', type: 'final' },
    });
    wallets.cancel();
  });

  it('opens in the press also while the merchant’s last word is awaited', async () => {
    const word = createGate();
    const session = await open({}, { onBeforePay: () => word.opened });
    const { paying } = await pressed(session);
    wallets.approve();
    await reaches('paying');
    expect(page.ledger().arrivals).toBe(0);
    word.open();
    expect(await paying).toEqual({ type: 'completed' });
    expect(ledger()).toEqual([1, 1, 1]);
  });

  it('is closed by a word that is no, and nothing was started', async () => {
    let say = (_: boolean): void => undefined;
    const onBeforePay = () => new Promise<boolean>((resolve) => (say = resolve));
    const session = await open({}, { onBeforePay });
    const { paying } = await pressed(session);
    say(false);
    await expect(paying).rejects.toMatchObject({ code: 'aborted' });
    expect([wallets.sheet, ...ledger()]).toEqual([undefined, 0, 0, 0]);
    expect(session.state).toMatchObject({ name: 'ready', notice: { kind: 'cancelled' } });
  });

  it('that cannot open says that the payment could not be started', async () => {
    const session = await open();
    inGesture = false;
    await expect(session.initiatePayment('applepay')).rejects.toMatchObject({ code: 'method_unavailable' });
    expect(session.state).toMatchObject({ name: 'ready', notice: { kind: 'attemptFailed' } });
    inGesture = true;
    await pressed(session);
  });
});

describe('the merchant', () => {
  it('is validated by its own server, which is given Apple’s address and a signal', async () => {
    const validateMerchant = vi.fn(async () => merchantSession);
    await pressed(await open({ validateMerchant }));
    expect(validateMerchant).toHaveBeenCalledExactlyOnceWith({
      validationURL: expect.stringMatching(/^https:\/\/apple-pay-gateway\.apple\.com\//) as string,
      signal: expect.any(AbortSignal) as AbortSignal,
    });
  });

  it.each<[string, ApplePayConfig['validateMerchant'], object]>([
    ['cannot be reached', () => Promise.reject(new TypeError('x')), { reason: 'merchant_validation' }],
    ['answers something else', async () => ({ error: 1 }), { reason: 'merchant_validation' }],
    ['never answers', () => new Promise(() => undefined), { code: 'timeout' }],
  ])('that %s ends the sheet, and nothing was charged', async (_, validateMerchant, error) => {
    const session = await open({ validateMerchant, validationMs: 20 });
    await expect(session.initiatePayment('applepay')).rejects.toMatchObject(error);
    expect([wallets.sheet, ...ledger()]).toEqual([undefined, 0, 0, 0]);
    expect(session.state).toMatchObject({ name: 'ready', notice: { kind: 'attemptFailed' } });
  });

  it('that answers after the payer has gone is not heard', async () => {
    const late = createGate();
    const signals: AbortSignal[] = [];
    const session = await open({
      validateMerchant: async ({ signal }) => {
        signals.push(signal);
        await late.opened;
        return merchantSession;
      },
    });
    const paying = session.initiatePayment('applepay');
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    wallets.cancel();
    expect(await paying).toEqual({ type: 'cancelled' });
    expect(signals[0]!.aborted).toBe(true);
    late.open();
    await pressed(session);
  });
});

describe('a payer who', () => {
  it('approves has paid once, and reads it', async () => {
    const session = await open();
    const { paying } = await pressed(session);
    wallets.approve();
    expect(await paying).toEqual({ type: 'completed' });
    await endsIn(session, { name: 'paid' });
    expect([wallets.sheet, ...ledger()]).toEqual([undefined, 1, 1, 1]);
    const body = (await page.network.requests.find(isPayment)!.clone().json()) as { requestData: unknown };
    expect(body.requestData).toEqual({
      applePayRequestData: {
        source: 'APPLE_PAY_JS_API',
        providerData: expect.stringContaining('"card":"approved"') as string,
      },
    });
  });

  it('closes the sheet, or is declined, is back at the methods, reads what it means, and has paid once in the end', async () => {
    const session = await page.start({
      idempotencyKey: true,
      methodHandlers: {
        APPLE_PAY: applePay({ countryCode: 'DK', validateMerchant: async () => merchantSession }),
      },
    });
    const root = page.picker()!;
    const row = [...root.querySelectorAll('label')].find((label) => label.textContent.includes('Apple Pay'))!;
    row.querySelector('input')!.click();
    const button = root.querySelector<HTMLButtonElement>('[part~="pay-button"]')!;
    await vi.waitFor(() => expect(button.textContent).toMatch(/^Apple Pay · DKK\s249\.50$/));
    const press = async (answer: () => void) => {
      button.click();
      await reaches('choosing');
      answer();
    };
    await press(() => wallets.cancel());
    await vi.waitFor(() => expect(root.textContent).toContain(english.cancelledHelp));
    expect(ledger()).toEqual([0, 0, 0]);

    await press(() => wallets.approve('declined'));
    await vi.waitFor(() =>
      expect(root.querySelector('[part=notice] h2')?.textContent).toBe(english.declined),
    );
    expect(root.querySelector('[part=notice] p')!.textContent).toBe(english.cantStartHelp);
    expect(root.querySelector('[role=alert]')!.textContent).toBe(
      `${english.declined}. ${english.cantStartHelp}`,
    );
    expect(root.textContent).not.toContain(english.cantStart);
    expect(session.state).toMatchObject({
      name: 'ready',
      notice: { kind: 'attemptFailed', error: { code: 'method_unavailable', reason: 'declined' } },
    });
    await press(() => wallets.approve());
    await endsIn(session, { name: 'paid' });
    expect(ledger()).toEqual([2, 2, 1]);
  });

  it('has approved where something broke on the way is not told that it was declined: Checkout is asked', async () => {
    const session = await open();
    page.network.intercept = async (request, forward) => {
      const response = await forward();
      if (!isPayment(request)) return response;
      return Response.json({ ...((await response.json()) as object), status: 'ERROR' });
    };
    const { paying } = await pressed(session);
    wallets.approve();
    expect(await paying).toEqual({ type: 'completed' });
    await endsIn(session, { name: 'paid' });
    expect(ledger()).toEqual([1, 1, 1]);
  });

  it('is refused by Checkout is told so, by the sheet and the page', async () => {
    const session = await open();
    page.network.intercept = (request, forward) =>
      isPayment(request) ? new Response('{}', { status: 429 }) : forward();
    const { paying } = await pressed(session);
    wallets.approve();
    await expect(paying).rejects.toMatchObject({ code: 'rate_limited' });
    expect(wallets.sheet).toBeUndefined();
    expect(session.state).toMatchObject({ name: 'ready', notice: { kind: 'attemptFailed' } });
  });

  it('ends the session while the sheet is open has it closed', async () => {
    const session = await open();
    const { paying } = await pressed(session);
    session.destroy();
    await expect(paying).rejects.toMatchObject({ code: 'aborted' });
    expect([wallets.sheet, ...ledger()]).toEqual([undefined, 0, 0, 0]);
  });

  it('sees the sheet close by itself after the approval has paid all the same', async () => {
    const held = createGate();
    const session = await open();
    page.network.intercept = async (request, forward) => {
      if (isPayment(request)) await held.opened;
      return forward();
    };
    const { paying } = await pressed(session);
    wallets.approve();
    await reaches('paying');
    // As Apple's does after half a minute.
    wallets.cancel();
    expect(session.state.name).toBe('initiating');
    held.open();
    expect(await paying).toEqual({ type: 'completed' });
    await endsIn(session, { name: 'paid' });
  });

  it('goes on where the answer says so', async () => {
    const session = await open({ toRequestData: ({ token }) => ({ mine: token.paymentData }) });
    const { paying } = await pressed(session);
    wallets.approve();
    expect(await paying).toMatchObject({ type: 'redirect' });
    expect([wallets.sheet, session.state.name]).toEqual([undefined, 'handedOff']);
  });
});

describe('an answer that is lost', () => {
  it('is unclear, and tried again without another sheet: the same token, one payment', async () => {
    const session = await open({}, { idempotencyKey: true });
    page.network.intercept = (request, forward, url) =>
      (isPayment(request) ? dieAfter : withoutStatus)(request, forward, url);
    const { paying } = await pressed(session);
    wallets.approve();
    await expect(paying).rejects.toMatchObject({ code: 'outcome_unclear' });
    expect(wallets.sheet).toBeUndefined();
    await endsIn(session, { name: 'unclear', retry: 'offered' });
    page.network.intercept = undefined;
    expect(await session.retryPayment()).toEqual({ type: 'completed' });
    expect(wallets.sheet).toBeUndefined();
    await endsIn(session, { name: 'paid' });
    expect(ledger()).toEqual([2, 1, 1]);
  });

  it('is over where the same payment turns out to be declined: another may be begun', async () => {
    const session = await open({}, { idempotencyKey: true });
    page.network.intercept = (request, forward, url) =>
      (isPayment(request) ? dieAfter : withoutStatus)(request, forward, url);
    const { paying } = await pressed(session);
    wallets.approve('declined');
    await expect(paying).rejects.toMatchObject({ code: 'outcome_unclear' });
    await endsIn(session, { name: 'unclear', retry: 'offered' });
    page.network.intercept = undefined;
    await expect(session.retryPayment()).rejects.toMatchObject({ reason: 'declined' });
    expect(session.state).toMatchObject({ name: 'ready', notice: { error: { reason: 'declined' } } });
    const again = await pressed(session);
    wallets.approve();
    await again.paying;
    expect(ledger()).toEqual([3, 2, 1]);
  });

  it('is forgotten once Checkout has spoken: a new choice opens a new sheet', async () => {
    const session = await open({}, { idempotencyKey: true });
    page.network.intercept = (request, forward) => {
      if (isPayment(request)) throw new TypeError('Failed to fetch');
      return forward();
    };
    const { paying } = await pressed(session);
    wallets.approve();
    await expect(paying).rejects.toMatchObject({ code: 'outcome_unclear' });
    await endsIn(session, { name: 'unclear', retry: 'offered' });
    page.network.intercept = (request, forward) =>
      isPayment(request) ? Response.json({ code: 'METHOD_UNAVAILABLE' }, { status: 422 }) : forward();
    await expect(session.retryPayment()).rejects.toMatchObject({ code: 'method_unavailable' });
    page.network.intercept = undefined;
    await endsIn(session, { name: 'ready' });
    const again = await pressed(session);
    wallets.approve();
    await again.paying;
    expect(page.ledger()).toMatchObject({ paymentsCreated: 1, paymentsFinalised: 1 });
  });
});
