import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installFakeWallets, type FakeWallets } from '../../src/fakeWallets/index.js';
import { googlePay } from '../../src/wallets/index.js';
import { dieAfter, isPayment, openPayerPage, withoutStatus, type PayerPage } from '../payerPage.js';

let page: PayerPage;
let wallets: FakeWallets;
let inGesture: boolean;
beforeEach(async () => {
  vi.stubGlobal('isSecureContext', true);
  inGesture = true;
  wallets = installFakeWallets({ isInGesture: () => inGesture });
  page = await openPayerPage();
});
afterEach(() => {
  page.leave();
  // First: what a test put in a wallet's place gives that wallet back.
  vi.unstubAllGlobals();
  wallets.uninstall();
});

const open = (more = {}) =>
  page.startHeadless({
    methodHandlers: { GOOGLE_PAY: googlePay({ countryCode: 'DK', merchantName: 'Petal & Stem' }) },
    ...more,
  });
const offered = async () => (await open()).paymentMethods.some(({ type }) => type === 'GOOGLE_PAY');
const ledger = () => {
  const { arrivals, paymentsCreated, paymentsFinalised } = page.ledger();
  return [arrivals, paymentsCreated, paymentsFinalised];
};

it('is offered where the browser says it can pay, and nowhere else', async () => {
  expect(await offered()).toBe(true);
  vi.spyOn(PaymentRequest.prototype, 'canMakePayment').mockResolvedValue(false);
  expect(await offered()).toBe(false);
  vi.stubGlobal('PaymentRequest', undefined);
  expect(await offered()).toBe(false);
});

it('is shown in the press with the exact amount, approved, and paid once', async () => {
  const session = await open({ onBeforePay: () => Promise.resolve(true) });
  const paying = session.initiatePayment('googlepay');
  expect(wallets.sheet).toEqual({
    wallet: 'Google Pay',
    label: 'Petal & Stem',
    amount: '249.50',
    currency: 'DKK',
    phase: 'choosing',
  });
  wallets.approve();
  expect(await paying).toEqual({ type: 'completed' });
  await vi.waitFor(() => expect(session.state.name).toBe('paid'));
  expect([wallets.sheet, ...ledger()]).toEqual([undefined, 1, 1, 1]);
  const body = (await page.network.requests.find(isPayment)!.clone().json()) as { requestData: unknown };
  expect(body.requestData).toEqual({
    googlePayRequestData: { source: 'PAYMENT_REQUEST_API', providerData: '{"card":"approved"}' },
  });
});

it('that the payer closes leaves the methods, and nothing was started', async () => {
  const session = await open();
  const paying = session.initiatePayment('googlepay');
  wallets.cancel();
  expect(await paying).toEqual({ type: 'cancelled' });
  expect(session.state).toMatchObject({ name: 'ready', notice: { kind: 'cancelled' } });
  expect(ledger()).toEqual([0, 0, 0]);
});

it('that is declined leaves the methods, and says that it failed', async () => {
  const session = await open();
  const paying = session.initiatePayment('googlepay');
  wallets.approve('declined');
  await expect(paying).rejects.toMatchObject({ code: 'method_unavailable', reason: 'declined' });
  expect(session.state).toMatchObject({ name: 'ready', notice: { kind: 'attemptFailed' } });
  expect([wallets.sheet, ...ledger()]).toEqual([undefined, 1, 1, 0]);
});

it('outside of a press cannot be shown, and says so', async () => {
  const session = await open();
  inGesture = false;
  await expect(session.initiatePayment('googlepay')).rejects.toMatchObject({ code: 'method_unavailable' });
  expect(session.state).toMatchObject({ name: 'ready', notice: { kind: 'attemptFailed' } });
});

it('goes with the session: its sheet is closed', async () => {
  const session = await open();
  const paying = session.initiatePayment('googlepay');
  session.destroy();
  await expect(paying).rejects.toMatchObject({ code: 'aborted' });
  expect([wallets.sheet, ...ledger()]).toEqual([undefined, 0, 0, 0]);
});

describe('an answer that is lost', () => {
  it('is tried again without another sheet: one payment', async () => {
    const session = await open({ idempotencyKey: true });
    page.network.intercept = (request, forward, url) =>
      (isPayment(request) ? dieAfter : withoutStatus)(request, forward, url);
    const paying = session.initiatePayment('googlepay');
    wallets.approve();
    await expect(paying).rejects.toMatchObject({ code: 'outcome_unclear' });
    await vi.waitFor(() => expect(session.state).toMatchObject({ name: 'unclear', retry: 'offered' }));
    page.network.intercept = undefined;
    expect(await session.retryPayment()).toEqual({ type: 'completed' });
    expect([wallets.sheet, ...ledger()]).toEqual([undefined, 2, 1, 1]);
  });
});
