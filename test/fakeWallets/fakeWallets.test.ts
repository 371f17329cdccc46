import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installFakeWallets, type FakeWallets } from '../../src/fakeWallets/index.js';

let wallets: FakeWallets;
let inGesture: boolean;
beforeEach(() => {
  vi.stubGlobal('isSecureContext', true);
  inGesture = true;
  wallets = installFakeWallets({ isInGesture: () => inGesture });
});
afterEach(() => wallets.uninstall());

const REQUEST = {
  countryCode: 'DK',
  currencyCode: 'DKK',
  supportedNetworks: ['visa'],
  merchantCapabilities: ['supports3DS' as const],
  total: { label: 'Shop', amount: '10.00', type: 'final' as const },
};
const InvalidAccess = expect.objectContaining({ name: 'InvalidAccessError' }) as Error;
const make = (request = REQUEST) => new ApplePaySession!(3, request);
const phase = (wanted: string | undefined) => vi.waitFor(() => expect(wallets.sheet?.phase).toBe(wanted));

describe('the pretend ApplePaySession', () => {
  it('tells its events in Apple’s order, and takes each answer once', async () => {
    const told: string[] = [];
    const session = make();
    session.onvalidatemerchant = () => told.push('validate');
    session.onpaymentauthorized = ({ payment }) =>
      told.push(`authorized ${JSON.stringify(payment.token.paymentData)}`);
    session.oncancel = () => told.push('cancel');
    expect(() => session.completeMerchantValidation({})).toThrow(InvalidAccess);
    session.begin();
    expect(told).toEqual([]);
    await vi.waitFor(() => expect(told).toEqual(['validate']));
    expect(() => wallets.approve()).toThrow('validating');
    expect(() => session.completePayment({ status: 0 })).toThrow(InvalidAccess);
    expect(() => session.completeMerchantValidation(undefined)).toThrow(TypeError);
    session.completeMerchantValidation({ merchantSessionIdentifier: 'm' });
    expect(() => session.completeMerchantValidation({ merchantSessionIdentifier: 'm' })).toThrow(
      InvalidAccess,
    );
    wallets.approve('declined');
    expect(told).toEqual(['validate', 'authorized {"card":"declined"}']);
    session.completePayment({ status: ApplePaySession!.STATUS_FAILURE });
    expect(wallets.sheet).toBeUndefined();
    expect(() => session.completePayment({ status: 0 })).toThrow(InvalidAccess);
    expect(() => session.abort()).toThrow(InvalidAccess);
  });

  it('is made in a press only, begun once, and alone on the page', () => {
    const session = make();
    expect(() => session.abort()).toThrow(InvalidAccess);
    session.begin();
    expect(() => session.begin()).toThrow(InvalidAccess);
    const second = make();
    expect(() => second.begin()).toThrow('Page already has an active payment session.');
    session.abort();
    second.begin();
    second.abort();
    inGesture = false;
    expect(() => make()).toThrow('Must create a new ApplePaySession from a user gesture handler.');
    vi.stubGlobal('isSecureContext', false);
    expect(() => ApplePaySession!.canMakePayments()).toThrow(InvalidAccess);
  });

  it.each([
    { ...REQUEST, countryCode: 'Denmark' },
    { ...REQUEST, currencyCode: 'kr' },
    { ...REQUEST, supportedNetworks: [] },
    { ...REQUEST, merchantCapabilities: [] },
    { ...REQUEST, total: { ...REQUEST.total, amount: '10,00' } },
    { ...REQUEST, total: { ...REQUEST.total, amount: '-1' } },
    { ...REQUEST, total: { ...REQUEST.total, label: '' } },
  ])('refuses a request that Apple refuses: %j', (wrong) => {
    expect(() => make(wrong)).toThrow(TypeError);
  });

  it('knows versions from 1 on, and says which it has', () => {
    expect(() => ApplePaySession!.supportsVersion(0)).toThrow(InvalidAccess);
    expect([3, 14, 99].map((version) => ApplePaySession!.supportsVersion(version))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('waits half a minute for the page, and then cancels', () => {
    vi.useFakeTimers();
    try {
      const oncancel = vi.fn();
      const session = make();
      session.oncancel = oncancel;
      session.begin();
      vi.advanceTimersByTime(29_000);
      expect(oncancel).not.toHaveBeenCalled();
      vi.advanceTimersByTime(2_000);
      expect(oncancel).toHaveBeenCalledOnce();
      expect(wallets.sheet).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the pretend PaymentRequest', () => {
  const google = [{ supportedMethods: 'https://google.com/pay' }];
  const ask = (methods = google) =>
    new PaymentRequest(methods, { total: { label: 'Shop', amount: { currency: 'DKK', value: '10.00' } } });
  const rejects = (promise: Promise<unknown>, name: string) =>
    expect(promise).rejects.toMatchObject({ name });

  it('is shown in a press, once, and one at a time', async () => {
    inGesture = false;
    await rejects(ask().show(), 'SecurityError');
    inGesture = true;
    const request = ask();
    await rejects(request.abort(), 'InvalidStateError');
    const showing = request.show();
    await phase('choosing');
    await rejects(request.show(), 'InvalidStateError');
    await rejects(request.canMakePayment(), 'InvalidStateError');
    await rejects(ask().show(), 'AbortError');
    wallets.approve();
    const response = await showing;
    await rejects(request.abort(), 'InvalidStateError');
    await response.complete('success');
    await rejects(response.complete('success'), 'InvalidStateError');
    expect(wallets.sheet).toBeUndefined();
  });

  it('ends in an AbortError, whoever closes it', async () => {
    const closed = ask().show();
    wallets.cancel();
    await rejects(closed, 'AbortError');
    const request = ask();
    const aborted = request.show();
    await request.abort();
    await rejects(aborted, 'AbortError');
  });

  it('pays by Google Pay alone', async () => {
    const other = [{ supportedMethods: 'basic-card' }];
    expect([await ask().canMakePayment(), await ask(other).canMakePayment()]).toEqual([true, false]);
    await rejects(ask(other).show(), 'NotSupportedError');
    expect(() => ask([])).toThrow(TypeError);
  });
});

it('gives the page back what it had', () => {
  const had = globalThis.PaymentRequest;
  wallets.uninstall();
  expect(globalThis.PaymentRequest).not.toBe(had);
  expect('ApplePaySession' in globalThis).toBe(false);
});
