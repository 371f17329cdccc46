import { describe, expect } from 'vitest';
import type { Fault } from '../../../src/sandbox/index.js';
import { expectTold, type Told } from '../support/expectTold.js';
import { failing } from '../support/failing.js';
import { BROKEN, engineIt as it, type EnginePayment } from '../support/faultTest.js';
import { english } from '../../../src/i18n/messages.js';
import { startForeignHost } from '../support/startForeignHost.js';

/** Only for rows that wait for the limit: the others must not meet it on a busy machine. */
const limitsFor = (reason: string): object =>
  reason === 'timeout' ? { timeouts: { paymentMs: 1_000 } } : {};

const unclear = (help: Told['help'], reason?: string): Told => ({
  state: 'unclear',
  key: 'notConfirmed',
  help: help!,
  code: 'outcome_unclear',
  ...(reason && { reason }),
});

const paying = failing('POST /payment');

/** Chooses and confirms, and looks at what is left to press: nothing while it is not known what came of it. */
async function payAndLoseTrack(payment: EnginePayment, told: Told): Promise<void> {
  await payment.picker.payWith('MobilePay');
  await expectTold(payment, told);
  expect(await payment.picker.methods.count()).toBe(0);
  expect(await payment.picker.payButton.isVisible()).toBe(false);
  expect(await payment.focusInside()).toBe(true);
}

/** Tries again, with the same key, and arrives at the one payment there is. */
async function tryAgain({ shop, page, picker }: EnginePayment): Promise<void> {
  shop.sandbox.clearFaults();
  await picker.notice.getByRole('button', { name: english.tryAgain }).tap();
  await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
  expect(shop.sandbox.ledger()).toMatchObject({ keys: 1, paymentsCreated: 1 });
}

describe('a payment that nobody heard of', () => {
  it.for<[row: string, fault: Fault, reason: string]>([
    ['P04 refused', paying({ kind: 'refuse' }, 'always'), 'network'],
    ['P04 reset before it was read', paying({ kind: 'reset' }, 'always'), 'network'],
    ['P06 no headers', paying({ kind: 'noHeaders' }), 'timeout'],
    // Chromium sends again by itself after a 408 on a connection that it had used before.
    ['P12 408', paying({ kind: 'status', status: 408 }, 'always'), 'timeout'],
    ['P12 500', paying({ kind: 'status', status: 500 }), 'server'],
    ['P12 502', paying({ kind: 'status', status: 502 }), 'server'],
    ['P12 503', paying({ kind: 'status', status: 503 }), 'server'],
    ['P12 504', paying({ kind: 'status', status: 504 }), 'server'],
    ['P13 HTML', paying({ kind: 'html' }), 'html'],
    ['P13 nothing', paying({ kind: 'empty' }), 'empty'],
  ])(
    '%s: the session is asked, and the payer may safely try again',
    async ([, fault, reason], { openPayment }) => {
      const payment = await openPayment({ faults: [fault], options: limitsFor(reason) });
      await payAndLoseTrack(payment, unclear('notConfirmedRetry', reason));
      const { arrivals, paymentsCreated } = payment.shop.sandbox.ledger();
      expect(paymentsCreated).toBe(0);
      // A browser may send again by itself what a broken connection took, so that fault stays.
      expect(arrivals).toBeLessThanOrEqual(fault.times === 'always' ? 10 : 1);
      await tryAgain(payment);
    },
  );
});

describe('a payment whose answer was lost', () => {
  it.for<[row: string, fault: Fault, reason: string]>([
    ['P05 connection killed after the body', paying({ kind: 'killAfterBody' }, 'always'), 'network'],
    ['P06 no headers', paying({ kind: 'noHeaders', handled: true }), 'timeout'],
    ['P06 a byte at a time', paying({ kind: 'drip' }), 'timeout'],
    ['P12 503', paying({ kind: 'status', status: 503, handled: true }), 'server'],
    ['P13 HTML', paying({ kind: 'html', handled: true }), 'html'],
    ['P13 cut JSON', paying({ kind: 'truncate' }), 'json'],
    ['P13 a body that breaks off', paying({ kind: 'truncatedBody' }), 'truncated'],
    ['P13 nothing', paying({ kind: 'empty', handled: true }), 'empty'],
    ['P13 no payment id', paying({ kind: 'drift', path: 'paymentId', op: 'delete' }), 'paymentId'],
    ['P13 a number for a type', paying({ kind: 'drift', path: 'type', op: 'retype' }), 'type'],
  ])(
    '%s: trying again leads to that payment, and makes no other',
    async ([, fault, reason], { openPayment }) => {
      const payment = await openPayment({ faults: [fault], options: limitsFor(reason) });
      await payAndLoseTrack(payment, unclear('notConfirmedRetry', reason));
      const { arrivals, keys, paymentsCreated } = payment.shop.sandbox.ledger();
      expect([keys, paymentsCreated]).toEqual([1, 1]);
      expect(arrivals).toBeLessThanOrEqual(10);
      await tryAgain(payment);
    },
  );

  it('P17 a redirect is not followed with the payment in hand', async ({ openPayment }) => {
    const other = await startForeignHost();
    const payment = await openPayment({
      faults: [paying({ kind: 'redirect', status: 307, url: `${other.origin}/`, handled: true })],
    });
    await payAndLoseTrack(payment, unclear('notConfirmedRetry', 'redirect'));
    expect(other.asked).toEqual([]);
    await tryAgain(payment);
  });

  it('P10 409 without a word: the session is asked', async ({ openPayment }) => {
    const payment = await openPayment({ faults: [paying({ kind: 'status', status: 409 })] });
    await payAndLoseTrack(payment, unclear('notConfirmedRetry'));
    await tryAgain(payment);
  });
});

describe('P31 P33 an API that honours no key', () => {
  const NO_STATUS: Fault = {
    match: 'GET /session/*',
    kind: 'drift',
    path: 'status',
    op: 'delete',
    times: 'always',
  };

  it('offers no second attempt where the session does not say how it stands', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [paying({ kind: 'status', status: 503 }), NO_STATUS],
      options: { idempotencyKey: false },
    });
    await payAndLoseTrack(payment, unclear('notConfirmedHelp', 'server'));
    expect(await payment.picker.notice.getByRole('button', { name: english.tryAgain }).count()).toBe(0);
    await payment.picker.notice.getByRole('button', { name: english.checkAgain }).tap();
    await payment.picker.notice.getByText(english.notConfirmedHelp.split('{')[0]!).waitFor();
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 1, keys: 0, paymentsCreated: 0 });
  });

  it('offers none where the session cannot be asked either', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [
        paying({ kind: 'status', status: 503 }),
        { match: 'GET /session/*', kind: 'status', status: 403, times: 'always' },
      ],
      options: { idempotencyKey: false },
    });
    await payAndLoseTrack(payment, unclear('notConfirmedHelp', 'server'));
    expect(await payment.picker.notice.getByRole('button', { name: english.tryAgain }).count()).toBe(0);
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 0 });
  });

  it('says that a payment is under way where the session does', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [paying({ kind: 'killAfterBody' }, 'always')],
      options: { idempotencyKey: false },
      allowed: [BROKEN],
    });
    await payment.picker.payWith('MobilePay');
    await payment.picker.notice.getByRole('heading', { name: english.inProgress }).waitFor();
    expect(await payment.state()).toBe('processing');
    expect(await payment.picker.payButton.isVisible()).toBe(false);
    expect(await payment.focusInside()).toBe(true);
    expect((await payment.heard()).failures).toEqual([expect.objectContaining({ code: 'outcome_unclear' })]);
  });
});
